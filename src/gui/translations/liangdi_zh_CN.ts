<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Column</name>
    <message>
      <source>Code</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Community</source>
      <translation>社区</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>楼栋</translation>
    </message>
    <message>
      <source>Floors</source>
      <translation>层数</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Built on</source>
      <translation>建成日期</translation>
    </message>
    <message>
      <source>Width (m)</source>
      <translation>宽度（米）</translation>
    </message>
    <message>
      <source>Town</source>
      <translation>乡镇</translation>
    </message>
    <message>
      <source>Village</source>
      <translation>村</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>组</translation>
    </message>
    <message>
      <source>Land class</source>
      <translation>地类</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>等级</translation>
    </message>
    <message>
      <source>Forest compartment</source>
      <translation>林班</translation>
    </message>
    <message>
      <source>Subcompartment</source>
      <translation>小班</translation>
    </message>
    <message>
      <source>Bounds east</source>
      <translation>四至 东</translation>
    </message>
    <message>
      <source>Bounds south</source>
      <translation>四至 南</translation>
    </message>
    <message>
      <source>Bounds west</source>
      <translation>四至 西</translation>
    </message>
    <message>
      <source>Bounds north</source>
      <translation>四至 北</translation>
    </message>
    <message>
      <source>Contract from</source>
      <translation>承包起</translation>
    </message>
    <message>
      <source>Contract to</source>
      <translation>承包止</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>利用状态</translation>
    </message>
    <message>
      <source>Parcel</source>
      <translation>地块</translation>
    </message>
    <message>
      <source>Ring</source>
      <translation>环号</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>点序</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>In force from</source>
      <translation>起始日期</translation>
    </message>
    <message>
      <source>In force to</source>
      <translation>终止日期</translation>
    </message>
    <message>
      <source>Registration no.</source>
      <translation>统一社会信用代码</translation>
    </message>
    <message>
      <source>Contract no.</source>
      <translation>合同编号</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>权证</translation>
    </message>
    <message>
      <source>Unit number</source>
      <translation>不动产单元号</translation>
    </message>
  </context>
  <context>
    <name>Found</name>
    <message>
      <source>Households</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Contract households</source>
      <translation>承包户</translation>
    </message>
    <message>
      <source>Flats</source>
      <translation>户室</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>楼栋</translation>
    </message>
    <message>
      <source>Village groups</source>
      <translation>村组</translation>
    </message>
    <message>
      <source>Parcels</source>
      <translation>地块</translation>
    </message>
    <message>
      <source>Certificates</source>
      <translation>权证</translation>
    </message>
    <message>
      <source>Contracts</source>
      <translation>合同</translation>
    </message>
    <message>
      <source>Cooperatives</source>
      <translation>合作社</translation>
    </message>
    <message>
      <source>Companies and collectives</source>
      <translation>企业和集体</translation>
    </message>
    <message>
      <source>Officers</source>
      <translation>干部</translation>
    </message>
    <message>
      <source>Facilities</source>
      <translation>公共设施</translation>
    </message>
    <message>
      <source>Shops and stalls</source>
      <translation>商铺摊点</translation>
    </message>
    <message>
      <source>Communities</source>
      <translation>社区</translation>
    </message>
    <message>
      <source>Grids</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>Streets</source>
      <translation>道路</translation>
    </message>
    <message>
      <source>An identity number is looked up only while the personal records are unlocked</source>
      <translation>身份证号要先解锁个人信息才能查</translation>
    </message>
  </context>
  <context>
    <name>Group</name>
    <message>
      <source>Left-behind children</source>
      <translation>留守儿童</translation>
    </message>
    <message>
      <source>Elderly living alone</source>
      <translation>空巢老人</translation>
    </message>
    <message>
      <source>Disabled</source>
      <translation>残疾人</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Undo: %1</source>
      <translation>撤销：%1</translation>
    </message>
    <message>
      <source>Redo: %1</source>
      <translation>重做：%1</translation>
    </message>
    <message>
      <source>Sealed records opened: %1</source>
      <translation>打开个人信息：%1</translation>
    </message>
    <message>
      <source>Import %1</source>
      <translation>导入 %1</translation>
    </message>
    <message>
      <source>Link household %1 with flat %2 (%3)</source>
      <translation>住户 %1 关联户室 %2（%3）</translation>
    </message>
    <message>
      <source>Link household %1 with parcel %2, share %3</source>
      <translation>住户 %1 关联地块 %2，份额 %3</translation>
    </message>
    <message>
      <source>Unlink household %1 from flat %2</source>
      <translation>住户 %1 解除户室 %2</translation>
    </message>
    <message>
      <source>Unlink household %1 from parcel %2</source>
      <translation>住户 %1 解除地块 %2</translation>
    </message>
    <message>
      <source>Load: settings of the town</source>
      <translation>载入：镇的设置</translation>
    </message>
    <message>
      <source>Load stopped and taken back</source>
      <translation>载入中止，已退回</translation>
    </message>
    <message>
      <source>Sealed records under a new key</source>
      <translation>密封记录改用新密钥</translation>
    </message>
    <message>
      <source>to load</source>
      <translation>装入资料</translation>
    </message>
    <message>
      <source>Sealed records opened with the recovery key: %1</source>
      <translation>用恢复密钥打开个人信息：%1</translation>
    </message>
    <message>
      <source>Sealed records opened with the passphrase of %1: %2</source>
      <translation>用%1的口令打开个人信息：%2</translation>
    </message>
    <message>
      <source>Personal values of %1 seen in full: %2</source>
      <translation>查看 %1 的全部个人信息：%2</translation>
    </message>
    <message>
      <source>Passphrase of %1 set: %2</source>
      <translation>设置%1的口令：%2</translation>
    </message>
    <message>
      <source>Passphrase of %1 removed: %2</source>
      <translation>取消%1的口令：%2</translation>
    </message>
    <message>
      <source>New recovery key: %1</source>
      <translation>换恢复密钥：%1</translation>
    </message>
    <message>
      <source>New data key: %1</source>
      <translation>换数据密钥：%1</translation>
    </message>
    <message>
      <source>%1 %2: %3 typed over</source>
      <translation>%1 %2：改%3</translation>
    </message>
    <message>
      <source>Link %1 lines of %2</source>
      <translation>批量关联 %2 的 %1 行</translation>
    </message>
    <message>
      <source>Allowance ledger by name: %1</source>
      <translation>按户列出低保台账：%1</translation>
    </message>
  </context>
  <context>
    <name>LandClass</name>
    <message>
      <source>Paddy</source>
      <translation>水田</translation>
    </message>
    <message>
      <source>Irrigated land</source>
      <translation>水浇地</translation>
    </message>
    <message>
      <source>Dry land</source>
      <translation>旱地</translation>
    </message>
    <message>
      <source>Orchard</source>
      <translation>果园</translation>
    </message>
    <message>
      <source>Tea garden</source>
      <translation>茶园</translation>
    </message>
    <message>
      <source>Other orchard</source>
      <translation>其他园地</translation>
    </message>
    <message>
      <source>Forest</source>
      <translation>乔木林地</translation>
    </message>
    <message>
      <source>Shrub</source>
      <translation>灌木林地</translation>
    </message>
    <message>
      <source>Other woodland</source>
      <translation>其他林地</translation>
    </message>
    <message>
      <source>Grass</source>
      <translation>草地</translation>
    </message>
    <message>
      <source>Homestead</source>
      <translation>宅基地</translation>
    </message>
  </context>
  <context>
    <name>Layer</name>
    <message>
      <source>Communities</source>
      <translation>社区</translation>
    </message>
    <message>
      <source>Grids</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>Grid tint</source>
      <translation>网格底色</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>楼栋</translation>
    </message>
    <message>
      <source>Entrances</source>
      <translation>单元入口</translation>
    </message>
    <message>
      <source>Facilities</source>
      <translation>公共设施</translation>
    </message>
    <message>
      <source>Streets</source>
      <translation>道路</translation>
    </message>
    <message>
      <source>Village groups</source>
      <translation>村组</translation>
    </message>
    <message>
      <source>Homesteads</source>
      <translation>宅基地</translation>
    </message>
    <message>
      <source>Woodland</source>
      <translation>林地</translation>
    </message>
    <message>
      <source>Use of land</source>
      <translation>利用状况</translation>
    </message>
    <message>
      <source>Boundary points</source>
      <translation>界址点</translation>
    </message>
    <message>
      <source>Restrictions</source>
      <translation>管制区</translation>
    </message>
    <message>
      <source>Rivers, walls</source>
      <translation>河流与隔断</translation>
    </message>
    <message>
      <source>Farmland</source>
      <translation>承包地</translation>
    </message>
  </context>
  <context>
    <name>ParcelKind</name>
    <message>
      <source>Home</source>
      <translation>宅基地</translation>
    </message>
    <message>
      <source>Wood</source>
      <translation>林地</translation>
    </message>
    <message>
      <source>Farm</source>
      <translation>承包地</translation>
    </message>
  </context>
  <context>
    <name>Refusal</name>
    <message>
      <source>This passphrase opens nothing here. Capital letters, blanks, full-width characters? Else use the recovery key.</source>
      <translation>这个口令打不开本文件。请查大小写、空格、全角；否则用恢复密钥。</translation>
    </message>
    <message>
      <source>This town file was made without a passphrase and keeps no personal values.</source>
      <translation>此镇文件新建时未设口令，不存个人信息。</translation>
    </message>
    <message>
      <source>The reason holds an identity or telephone number and would stand in clear; name the household by its code.</source>
      <translation>事由里有证件号或电话，会以明文留存；请写户号。</translation>
    </message>
    <message>
      <source>Say why; without a reason nothing is opened.</source>
      <translation>请写事由；不写事由不能打开。</translation>
    </message>
    <message>
      <source>The new passphrase is too easy: at least 8 characters that are no run, no year and no well-known word. Four words that do not belong together are good.</source>
      <translation>新口令太简单：至少 8 个字符，不要连号、年份、常见词。四个互不相干的词最好。</translation>
    </message>
    <message>
      <source>This is the last passphrase; give somebody else one before it goes.</source>
      <translation>这是最后一个口令；先给别人设一个，再收回它。</translation>
    </message>
    <message>
      <source>The recovery key is nobody&apos;s passphrase, and nobody may be called “recovery”. With the recovery key choose “Passphrase forgotten…”.</source>
      <translation>恢复密钥不是某个人的口令，也不能有人叫“recovery”。持恢复密钥请选“忘记口令…”。</translation>
    </message>
  </context>
  <context>
    <name>Relation</name>
    <message>
      <source>head</source>
      <translation>户主</translation>
    </message>
    <message>
      <source>spouse</source>
      <translation>配偶</translation>
    </message>
    <message>
      <source>husband</source>
      <translation>夫</translation>
    </message>
    <message>
      <source>wife</source>
      <translation>妻</translation>
    </message>
    <message>
      <source>son</source>
      <translation>子</translation>
    </message>
    <message>
      <source>daughter</source>
      <translation>女</translation>
    </message>
    <message>
      <source>grandson</source>
      <translation>孙子</translation>
    </message>
    <message>
      <source>granddaughter</source>
      <translation>孙女</translation>
    </message>
    <message>
      <source>father</source>
      <translation>父</translation>
    </message>
    <message>
      <source>mother</source>
      <translation>母</translation>
    </message>
    <message>
      <source>sibling</source>
      <translation>兄弟姐妹</translation>
    </message>
    <message>
      <source>other</source>
      <translation>其他亲属</translation>
    </message>
  </context>
  <context>
    <name>Sealed</name>
    <message>
      <source>Identity number</source>
      <translation>身份证号</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>联系电话</translation>
    </message>
    <message>
      <source>Bank account</source>
      <translation>银行账号</translation>
    </message>
    <message>
      <source>Health</source>
      <translation>健康状况</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>出生月日</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>群体</translation>
    </message>
    <message>
      <source>Urban allowance, persons</source>
      <translation>城市低保人数</translation>
    </message>
    <message>
      <source>Benefit %1, persons</source>
      <translation>待遇 %1 人数</translation>
    </message>
  </context>
  <context>
    <name>Unit</name>
    <message>
      <source>mu</source>
      <translation>亩</translation>
    </message>
  </context>
  <context>
    <name>Value</name>
    <message>
      <source>Residential</source>
      <translation>住宅</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>公共</translation>
    </message>
    <message>
      <source>Commercial</source>
      <translation>商业</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Main</source>
      <translation>主房</translation>
    </message>
    <message>
      <source>Additional</source>
      <translation>增配房</translation>
    </message>
    <message>
      <source>Local</source>
      <translation>支路</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>小路</translation>
    </message>
    <message>
      <source>River</source>
      <translation>河流</translation>
    </message>
    <message>
      <source>Wall</source>
      <translation>围墙</translation>
    </message>
    <message>
      <source>Railway</source>
      <translation>铁路</translation>
    </message>
    <message>
      <source>Bridge</source>
      <translation>桥</translation>
    </message>
    <message>
      <source>Gate</source>
      <translation>门</translation>
    </message>
    <message>
      <source>Homestead</source>
      <translation>宅基地</translation>
    </message>
    <message>
      <source>Woodland</source>
      <translation>林地</translation>
    </message>
    <message>
      <source>Contracted farmland</source>
      <translation>承包地</translation>
    </message>
    <message>
      <source>Self-farmed</source>
      <translation>自种</translation>
    </message>
    <message>
      <source>Idle</source>
      <translation>闲置</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Reclaimed</source>
      <translation>复垦</translation>
    </message>
    <message>
      <source>Leased</source>
      <translation>流转</translation>
    </message>
    <message>
      <source>In cooperative</source>
      <translation>入社</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>实测</translation>
    </message>
    <message>
      <source>Actual</source>
      <translation>实用</translation>
    </message>
    <message>
      <source>male</source>
      <translation>男</translation>
    </message>
    <message>
      <source>female</source>
      <translation>女</translation>
    </message>
    <message>
      <source>Permanent basic farmland</source>
      <translation>永久基本农田</translation>
    </message>
    <message>
      <source>Ecological red line</source>
      <translation>生态保护红线</translation>
    </message>
    <message>
      <source>Mortgage</source>
      <translation>抵押</translation>
    </message>
    <message>
      <source>Seizure</source>
      <translation>查封</translation>
    </message>
    <message>
      <source>Clinic</source>
      <translation>卫生室</translation>
    </message>
    <message>
      <source>Kindergarten</source>
      <translation>幼儿园</translation>
    </message>
    <message>
      <source>Primary school</source>
      <translation>小学</translation>
    </message>
    <message>
      <source>Middle school</source>
      <translation>中学</translation>
    </message>
    <message>
      <source>Market</source>
      <translation>市场</translation>
    </message>
    <message>
      <source>Parking</source>
      <translation>停车场</translation>
    </message>
    <message>
      <source>Bus stop</source>
      <translation>公交站</translation>
    </message>
    <message>
      <source>Service centre</source>
      <translation>便民服务中心</translation>
    </message>
    <message>
      <source>Workshop</source>
      <translation>帮扶车间</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>广场</translation>
    </message>
    <message>
      <source>Police</source>
      <translation>警务室</translation>
    </message>
    <message>
      <source>Employed</source>
      <translation>在业</translation>
    </message>
    <message>
      <source>Seeking work</source>
      <translation>待业</translation>
    </message>
    <message>
      <source>Away</source>
      <translation>外出</translation>
    </message>
    <message>
      <source>Public-welfare post</source>
      <translation>公益岗位</translation>
    </message>
    <message>
      <source>Self-employed</source>
      <translation>自主经营</translation>
    </message>
    <message>
      <source>Farming</source>
      <translation>务农</translation>
    </message>
    <message>
      <source>Ordinary</source>
      <translation>普通</translation>
    </message>
    <message>
      <source>Ground floor</source>
      <translation>一楼照顾</translation>
    </message>
    <message>
      <source>Standing</source>
      <translation>未拆</translation>
    </message>
    <message>
      <source>Demolished</source>
      <translation>已拆</translation>
    </message>
    <message>
      <source>Returned to farmland</source>
      <translation>已复垦</translation>
    </message>
    <message>
      <source>Ownership</source>
      <translation>所有权</translation>
    </message>
    <message>
      <source>Qualification</source>
      <translation>资格权</translation>
    </message>
    <message>
      <source>Contract</source>
      <translation>承包权</translation>
    </message>
    <message>
      <source>Operation</source>
      <translation>经营权</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>使用权</translation>
    </message>
    <message>
      <source>Lease</source>
      <translation>出租</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>入股</translation>
    </message>
    <message>
      <source>Reclamation</source>
      <translation>复垦</translation>
    </message>
    <message>
      <source>Lodging</source>
      <translation>民宿</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>转让</translation>
    </message>
    <message>
      <source>m²</source>
      <translation>m²</translation>
    </message>
    <message>
      <source>mu</source>
      <translation>亩</translation>
    </message>
    <message>
      <source>Farms</source>
      <translation>种地</translation>
    </message>
    <message>
      <source>Land</source>
      <translation>土地</translation>
    </message>
    <message>
      <source>Labour</source>
      <translation>劳力</translation>
    </message>
    <message>
      <source>Capital</source>
      <translation>资金</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>Block</source>
      <translation>连片</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草案</translation>
    </message>
    <message>
      <source>Adopted</source>
      <translation>已采用</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>未采用</translation>
    </message>
    <message>
      <source>Superseded</source>
      <translation>已被取代</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>同意</translation>
    </message>
    <message>
      <source>No</source>
      <translation>不同意</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未定</translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>采纳</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>不采纳</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Contact leader</source>
      <translation>联系领导</translation>
    </message>
    <message>
      <source>Cadre</source>
      <translation>社区干部</translation>
    </message>
    <message>
      <source>Grid worker</source>
      <translation>网格员</translation>
    </message>
    <message>
      <source>Building head</source>
      <translation>楼长</translation>
    </message>
    <message>
      <source>Party member</source>
      <translation>党员</translation>
    </message>
    <message>
      <source>Delegate</source>
      <translation>两代表一委员</translation>
    </message>
    <message>
      <source>County office</source>
      <translation>县级部门</translation>
    </message>
    <message>
      <source>Town of origin</source>
      <translation>迁出乡镇</translation>
    </message>
    <message>
      <source>Village of origin</source>
      <translation>迁出村</translation>
    </message>
    <message>
      <source>Helping officer</source>
      <translation>帮扶干部</translation>
    </message>
    <message>
      <source>Rent</source>
      <translation>地租</translation>
    </message>
    <message>
      <source>Dividend</source>
      <translation>分红</translation>
    </message>
    <message>
      <source>Wage</source>
      <translation>工资</translation>
    </message>
    <message>
      <source>Compensation</source>
      <translation>补偿</translation>
    </message>
    <message>
      <source>Household</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>Contract household</source>
      <translation>承包户</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Collective</source>
      <translation>集体</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>Primary</source>
      <translation>小学</translation>
    </message>
    <message>
      <source>Middle</source>
      <translation>中学</translation>
    </message>
    <message>
      <source>High</source>
      <translation>高中</translation>
    </message>
    <message>
      <source>Shop</source>
      <translation>商店</translation>
    </message>
    <message>
      <source>Restaurant</source>
      <translation>餐馆</translation>
    </message>
    <message>
      <source>Stall</source>
      <translation>摊位</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::BoardPage</name>
    <message>
      <source>Flats</source>
      <translation>户室</translation>
    </message>
    <message>
      <source>Free flats</source>
      <translation>空房</translation>
    </message>
    <message>
      <source>Households</source>
      <translation>户数</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>人口</translation>
    </message>
    <message>
      <source>Children under 16</source>
      <translation>16 岁以下</translation>
    </message>
    <message>
      <source>60 and over</source>
      <translation>60 岁及以上</translation>
    </message>
    <message>
      <source>Labourers</source>
      <translation>劳动力</translation>
    </message>
    <message>
      <source>Employed</source>
      <translation>在业</translation>
    </message>
    <message>
      <source>Pupils</source>
      <translation>学生</translation>
    </message>
    <message>
      <source>Select a building, or a household who lives in one.</source>
      <translation>选中一栋楼，或住在楼里的一户。</translation>
    </message>
    <message>
      <source>for the staff</source>
      <translation>内部版</translation>
    </message>
    <message>
      <source>public board</source>
      <translation>公开版</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Duty</source>
      <translation>职责</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Officers of the building</source>
      <translation>本楼责任人</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>数</translation>
    </message>
    <message>
      <source>Counts of the building</source>
      <translation>本楼各项数</translation>
    </message>
    <message>
      <source>Flat</source>
      <translation>户室</translation>
    </message>
    <message>
      <source>Floor</source>
      <translation>楼层</translation>
    </message>
    <message>
      <source>Household</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>人口</translation>
    </message>
    <message>
      <source>Flats of the building</source>
      <translation>本楼户室</translation>
    </message>
    <message>
      <source>Families by flat</source>
      <translation>各室住户</translation>
    </message>
    <message>
      <source>Building board</source>
      <translation>楼栋牌</translation>
    </message>
    <message>
      <source>Public: no names; counts below 5 are hidden, with a second one.</source>
      <translation>公开版：不出姓名；小于 5 的数遮去，并再遮一项。</translation>
    </message>
    <message>
      <source>Groups are sealed; unlock the personal records to count them.</source>
      <translation>人群标记已封存；解锁个人信息后才能计数。</translation>
    </message>
    <message>
      <source>free</source>
      <translation>空</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ErrorStrip</name>
    <message>
      <source>Details</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>What: %1
Where: %2
Reason: %3
Code: %4</source>
      <translation>操作：%1
位置：%2
原因：%3
代码：%4</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::FeaturePage</name>
    <message>
      <source>Click something on the map: its attributes and its households are listed here.</source>
      <translation>在地图上单击要素，这里列出它的属性和住户。</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>属性</translation>
    </message>
    <message>
      <source>Household</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>户号</translation>
    </message>
    <message>
      <source>Flat</source>
      <translation>户室</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>人口</translation>
    </message>
    <message>
      <source>Households</source>
      <translation>住户</translation>
    </message>
    <message numerus="yes">
      <source>%n selected; the first is shown</source>
      <translation>
        <numerusform>已选 %n 个，显示第一个</numerusform>
      </translation>
    </message>
    <message>
      <source>Also here:</source>
      <translation>此处还有：</translation>
    </message>
    <message>
      <source>Select this one instead</source>
      <translation>改选这一个</translation>
    </message>
    <message>
      <source>%1 area</source>
      <translation>%1面积</translation>
    </message>
    <message>
      <source>No household is linked here</source>
      <translation>这里没有关联的住户</translation>
    </message>
    <message numerus="yes">
      <source>%n household(s)</source>
      <translation>
        <numerusform>%n 户住户</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::FindingsDock</name>
    <message>
      <source>Check the town</source>
      <translation>检查全镇</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>all levels</source>
      <translation>全部级别</translation>
    </message>
    <message>
      <source>▲ warnings and errors</source>
      <translation>▲ 警告和错误</translation>
    </message>
    <message>
      <source>◆ errors</source>
      <translation>◆ 错误</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Filter: rule, code, words</source>
      <translation>筛选：规则、编码、字词</translation>
    </message>
    <message>
      <source>Filter the findings</source>
      <translation>筛选问题</translation>
    </message>
    <message>
      <source>Copy the chosen rows, or all that are shown, for a spreadsheet</source>
      <translation>复制选中的行（不选则为所示全部），可贴进电子表格</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>✓ The check found nothing wrong.</source>
      <translation>✓ 检查未发现问题。</translation>
    </message>
    <message>
      <source>Not checked yet. “Check the town” runs all rules over all rows and changes nothing; what it finds is listed here, with the place and how to mend it.</source>
      <translation>尚未检查。“检查全镇”用全部规则查全部数据，不改动任何内容；查出的问题列在这里，注明位置和改法。</translation>
    </message>
    <message>
      <source>shown %1 of %2</source>
      <translation>显示 %1 / 全部 %2</translation>
    </message>
    <message>
      <source>▲ the town has changed since; check again</source>
      <translation>▲ 数据已有改动，请重新检查</translation>
    </message>
    <message>
      <source>sealed records not checked: locked</source>
      <translation>个人信息已锁定，未查</translation>
    </message>
    <message>
      <source>Findings %1</source>
      <translation>问题 %1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::FindingsModel</name>
    <message>
      <source>error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>note</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>改法</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::FirstRunPage</name>
    <message>
      <source>Open the sample town</source>
      <translation>打开样例镇</translation>
    </message>
    <message>
      <source>Liangdi</source>
      <translation>两地</translation>
    </message>
    <message>
      <source>A relocated family has two places: the flat in the new town and the land in the village. Liangdi keeps both on one map, in one file.</source>
      <translation>搬迁户有两个地方：新城里的房，老家的地。两地把它们放在同一张图上、同一个文件里。</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>New town…</source>
      <translation>新建镇…</translation>
    </message>
    <message>
      <source>109 buildings, 4958 households and their land, all invented: to look around and to try everything.</source>
      <translation>109 栋楼、4958 户和他们的地，全部为虚构数据，可以随意查看和试用。</translation>
    </message>
    <message>
      <source>… or drop a town file (.sqlite) here</source>
      <translation>……也可以把镇文件（.sqlite）拖到这里</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>最近打开</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::FlowOverlay</name>
    <message>
      <source>Flow lines between town and villages</source>
      <translation>城乡之间的连线</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::HelpDock</name>
    <message>
      <source>disabled member</source>
      <translation>有残疾人</translation>
    </message>
    <message>
      <source>member of 75 or over</source>
      <translation>有 75 岁及以上老人</translation>
    </message>
    <message>
      <source>difficulty in moving</source>
      <translation>行动不便</translation>
    </message>
    <message>
      <source>same building</source>
      <translation>同楼</translation>
    </message>
    <message>
      <source>same grid</source>
      <translation>同网格</translation>
    </message>
    <message>
      <source>same community</source>
      <translation>同社区</translation>
    </message>
    <message>
      <source>nobody helps yet</source>
      <translation>还没有人结对</translation>
    </message>
    <message>
      <source>%1 helpers with %2 to %3 households</source>
      <translation>%1 人，每人帮 %2 至 %3 户</translation>
    </message>
    <message>
      <source>List the families…</source>
      <translation>列出名单…</translation>
    </message>
    <message>
      <source>Household</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>楼栋</translation>
    </message>
    <message>
      <source>Floor</source>
      <translation>楼层</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Free flat</source>
      <translation>空房</translation>
    </message>
    <message>
      <source>Its floor</source>
      <translation>空房楼层</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>远近</translation>
    </message>
    <message>
      <source>Families without a ground-floor flat</source>
      <translation>应住而未住底层的户</translation>
    </message>
    <message>
      <source>Helper</source>
      <translation>帮扶人</translation>
    </message>
    <message>
      <source>Households</source>
      <translation>户数</translation>
    </message>
    <message>
      <source>Households of each helper</source>
      <translation>每人帮几户</translation>
    </message>
    <message>
      <source>from</source>
      <translation>原帮扶人</translation>
    </message>
    <message>
      <source>to</source>
      <translation>改由</translation>
    </message>
    <message>
      <source>Handovers that would make the load even</source>
      <translation>调匀所需的调整</translation>
    </message>
    <message>
      <source>Ground floor</source>
      <translation>底层住房</translation>
    </message>
    <message>
      <source>1+X pairing</source>
      <translation>1+X 结对</translation>
    </message>
    <message>
      <source>Balance 1+X</source>
      <translation>调匀 1+X 结对</translation>
    </message>
    <message>
      <source>Severe disability, a member of 75 or over, or similar difficulty in moving; the history keeps who saw the list and why.</source>
      <translation>有重度残疾人、75 岁及以上老人或行动不便者；谁看过名单、为什么看，都记入沿革。</translation>
    </message>
    <message>
      <source>The list tells of health. Unlock the personal records (Ctrl+L) to see it.</source>
      <translation>名单涉及健康情况，先解锁个人信息（Ctrl+L）。</translation>
    </message>
    <message>
      <source>%1 families in need, %2 of them on the ground floor, %3 not; %4 flats allocated</source>
      <translation>应住底层 %1 户，已住 %2 户，未住 %3 户；已分配底层住房 %4 套</translation>
    </message>
    <message>
      <source>nothing lower is free</source>
      <translation>没有更低的空房</translation>
    </message>
    <message>
      <source>%1. The load is even.</source>
      <translation>%1，已均匀。</translation>
    </message>
    <message>
      <source>%1; after %2 handovers %3.</source>
      <translation>%1；调整 %2 户后：%3。</translation>
    </message>
    <message>
      <source>Hand over %1 households</source>
      <translation>调整 %1 户</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::HistoryDock</name>
    <message>
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>操作人</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>History</source>
      <translation>沿革</translation>
    </message>
    <message>
      <source>Nothing has happened yet. Every import, link and correction will be listed here, and can be undone.</source>
      <translation>还没有任何改动。每次导入、关联和更正都会列在这里，并且可以撤销。</translation>
    </message>
    <message>
      <source>✓ in effect</source>
      <translation>✓ 生效</translation>
    </message>
    <message>
      <source>↶ undone</source>
      <translation>↶ 已撤销</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::HouseholdCard</name>
    <message>
      <source>Show the home</source>
      <translation>看城里的家</translation>
    </message>
    <message>
      <source>Link…</source>
      <translation>关联…</translation>
    </message>
    <message>
      <source>Click a building or a parcel on the map and choose one of its households, or find one by its code or name (Ctrl+F).</source>
      <translation>在地图上单击楼栋或地块，再选其中一户；也可以按户号或户名查找（Ctrl+F）。</translation>
    </message>
    <message>
      <source>Town · lives</source>
      <translation>城 · 现住</translation>
    </message>
    <message>
      <source>Village · comes from</source>
      <translation>乡 · 迁出</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>家庭成员</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>关系</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>年龄</translation>
    </message>
    <message>
      <source>Land in the village</source>
      <translation>迁出地的地</translation>
    </message>
    <message>
      <source>Parcel</source>
      <translation>地块</translation>
    </message>
    <message>
      <source>Holder's share</source>
      <translation>权利人份额</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>No land is linked with this household. Link… makes the first link.</source>
      <translation>本户还没有关联地块。点“关联…”建立第一条关联。</translation>
    </message>
    <message>
      <source>relocated</source>
      <translation>搬迁</translation>
    </message>
    <message>
      <source>stayed</source>
      <translation>留居</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n 人</numerusform>
      </translation>
    </message>
    <message>
      <source>Code %1</source>
      <translation>户号 %1</translation>
    </message>
    <message>
      <source>moved in %1</source>
      <translation>%1 入住</translation>
    </message>
    <message>
      <source>no flat is linked</source>
      <translation>没有关联户室</translation>
    </message>
    <message>
      <source>origin not registered</source>
      <translation>迁出地未登记</translation>
    </message>
    <message numerus="yes">
      <source>%n parcel(s)</source>
      <translation>
        <numerusform>%n 宗地</numerusform>
      </translation>
    </message>
    <message>
      <source>held through %1</source>
      <translation>权利人 %1</translation>
    </message>
    <message>
      <source>certificate %1</source>
      <translation>权证 %1</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>Show the land</source>
      <translation>在地图上看乡下的地</translation>
    </message>
    <message>
      <source>Holder's area</source>
      <translation>权利人面积</translation>
    </message>
    <message>
      <source>Counted here</source>
      <translation>本户计入</translation>
    </message>
    <message>
      <source>counted in all %1</source>
      <translation>本户计入合计 %1</translation>
    </message>
    <message>
      <source>On paper…</source>
      <translation>出纸…</translation>
    </message>
    <message>
      <source>The card on A4, as PDF or picture</source>
      <translation>住户卡出成 A4 的 PDF 或图片</translation>
    </message>
    <message>
      <source>a second main flat, not counted here</source>
      <translation>又一处主房，户数不计在此</translation>
    </message>
    <message>
      <source>whole parcel %1</source>
      <translation>全宗 %1</translation>
    </message>
    <message>
      <source>revitalised %1</source>
      <translation>其中盘活 %1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::InspectorDock</name>
    <message>
      <source>Household card</source>
      <translation>住户卡</translation>
    </message>
    <message>
      <source>Identify</source>
      <translation>点选信息</translation>
    </message>
    <message>
      <source>Personal values</source>
      <translation>个人信息</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::JobsDock</name>
    <message>
      <source>%1 s</source>
      <translation>%1 秒</translation>
    </message>
    <message>
      <source>%1 min %2 s</source>
      <translation>%1 分 %2 秒</translation>
    </message>
    <message>
      <source>Nothing runs. Work that takes longer than three seconds is listed here, with the time left and a way to cancel it.</source>
      <translation>没有正在进行的任务。超过三秒的工作列在这里，显示剩余时间，可以取消。</translation>
    </message>
    <message>
      <source>What</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>How far</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Time left</source>
      <translation>剩余时间</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>✓ done in %1</source>
      <translation>✓ 完成，用时 %1</translation>
    </message>
    <message>
      <source>cancelled after %1</source>
      <translation>%1后取消</translation>
    </message>
    <message>
      <source>◆ failed after %1</source>
      <translation>◆ %1后失败</translation>
    </message>
    <message>
      <source>%1 of %2</source>
      <translation>%1 / %2</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::KeysDialog</name>
    <message>
      <source>Change my passphrase</source>
      <translation>更改我的口令</translation>
    </message>
    <message>
      <source>Passphrase so far</source>
      <translation>原口令</translation>
    </message>
    <message>
      <source>Only the passphrase that is typed here is replaced; those of others stay.</source>
      <translation>只更换这里输入的口令，别人的不变。</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Give an officer a passphrase</source>
      <translation>给干部设口令</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>您的口令</translation>
    </message>
    <message>
      <source>Let the officer type the new passphrase; the history then says whose was used.</source>
      <translation>请该干部自己输入新口令；沿革会记下用的是谁的口令。</translation>
    </message>
    <message>
      <source>Give</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Take an officer&apos;s passphrase away</source>
      <translation>收回干部的口令</translation>
    </message>
    <message>
      <source>The passphrase no longer opens this file. An older copy of the file that the officer kept still opens with it.</source>
      <translation>该口令从此打不开本文件；他留存的旧副本仍能打开。</translation>
    </message>
    <message>
      <source>Take away</source>
      <translation>收回</translation>
    </message>
    <message>
      <source>Passphrase forgotten</source>
      <translation>忘记口令</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>恢复密钥</translation>
    </message>
    <message>
      <source>The recovery key is on the paper from the day when the town file was made; another officer&apos;s passphrase will do as well.</source>
      <translation>恢复密钥写在新建镇文件那天的纸上；也可用另一位干部的口令。</translation>
    </message>
    <message>
      <source>Set the new passphrase</source>
      <translation>设新口令</translation>
    </message>
    <message>
      <source>New recovery key</source>
      <translation>更换恢复密钥</translation>
    </message>
    <message>
      <source>The recovery key so far will open nothing any more.</source>
      <translation>原恢复密钥将失效。</translation>
    </message>
    <message>
      <source>Make a new key</source>
      <translation>生成新密钥</translation>
    </message>
    <message>
      <source>Officer</source>
      <translation>干部</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>事由</translation>
    </message>
    <message>
      <source>for instance: yearly change, new colleague</source>
      <translation>例如：年度更换、新来同事</translation>
    </message>
    <message>
      <source>Who has a passphrase: %1</source>
      <translation>已设口令：%1</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Type the passphrase, or the recovery key.</source>
      <translation>请输入口令或恢复密钥。</translation>
    </message>
    <message>
      <source>Say which officer it is about.</source>
      <translation>请写明是哪位干部。</translation>
    </message>
    <message>
      <source>Say why; the history keeps the reason.</source>
      <translation>请写事由；沿革会留存。</translation>
    </message>
    <message>
      <source>Renew the data key</source>
      <translation>换新的数据密钥</translation>
    </message>
    <message>
      <source>For the day when somebody has left with an older copy of the file: all records are sealed anew. Everybody else&apos;s passphrase goes and is given again; the recovery key is a new one.</source>
      <translation>有人带走过旧文件时用：全部记录重新加密。别人的口令都作废，要再给；恢复密钥也换新的。</translation>
    </message>
    <message>
      <source>Renew and seal anew</source>
      <translation>换密钥并重新加密</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::LayersDock</name>
    <message>
      <source>Filter layers</source>
      <translation>筛选图层</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Resettlement area (town)</source>
      <translation>安置区（城）</translation>
    </message>
    <message>
      <source>Origin (villages)</source>
      <translation>迁出地（乡）</translation>
    </message>
    <message>
      <source>Hidden at this scale; shows at %1</source>
      <translation>此比例尺下不显示；%1 时显示</translation>
    </message>
    <message>
      <source>Style…</source>
      <translation>样式…</translation>
    </message>
    <message>
      <source>Zoom to the layer</source>
      <translation>缩放到图层</translation>
    </message>
    <message>
      <source>Attribute table</source>
      <translation>属性表</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::LedgerForm</name>
    <message>
      <source>By</source>
      <translation>按</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>事由</translation>
    </message>
    <message>
      <source>Ledgers</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>All ledgers, into a folder</source>
      <translation>全部台账（存入文件夹）</translation>
    </message>
    <message>
      <source>Land</source>
      <translation>三块地</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>household</source>
      <translation>户</translation>
    </message>
    <message>
      <source>parcel</source>
      <translation>地块</translation>
    </message>
    <message>
      <source>village group</source>
      <translation>组</translation>
    </message>
    <message>
      <source>village</source>
      <translation>村</translation>
    </message>
    <message>
      <source>town</source>
      <translation>乡镇</translation>
    </message>
    <message>
      <source>for the office</source>
      <translation>内部版</translation>
    </message>
    <message>
      <source>public: nobody is named</source>
      <translation>公开版：不列姓名</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>why families with a benefit are listed by name; stays in the history</source>
      <translation>为何按户列出待遇；写入沿革</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>写出</translation>
    </message>
    <message>
      <source>The personal records are locked: of the allowance only the counts per community are written.</source>
      <translation>个人信息已锁定：低保只写各社区的数字。</translation>
    </message>
    <message>
      <source>This ledger names families or persons; it has no public edition.</source>
      <translation>这本台账列有住户或人员，没有公开版。</translation>
    </message>
    <message>
      <source>Say where to write, and the reason where one is asked for</source>
      <translation>请写明存到哪里；需要事由的请写事由</translation>
    </message>
    <message>
      <source>Folder for the ledgers</source>
      <translation>存放台账的文件夹</translation>
    </message>
    <message>
      <source>Write the ledger to</source>
      <translation>台账另存为</translation>
    </message>
    <message>
      <source>Workbooks (*.xlsx);;Pages (*.pdf);;Text (*.csv)</source>
      <translation>工作簿 (*.xlsx);;页面 (*.pdf);;文本 (*.csv)</translation>
    </message>
    <message>
      <source>Workbooks (*.xlsx);;Text (*.csv)</source>
      <translation>工作簿 (*.xlsx);;文本 (*.csv)</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::LinkForm</name>
    <message>
      <source>Done (Enter)</source>
      <translation>完成 Enter</translation>
    </message>
    <message>
      <source>Give up (Esc)</source>
      <translation>放弃 Esc</translation>
    </message>
    <message>
      <source>Flat</source>
      <translation>户室</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>份额</translation>
    </message>
    <message>
      <source>Link a place with %1</source>
      <translation>为 %1 关联地块或户室</translation>
    </message>
    <message>
      <source>Parcel %1</source>
      <translation>地块 %1</translation>
    </message>
    <message>
      <source>Flat in %1</source>
      <translation>%1 的户室</translation>
    </message>
    <message>
      <source>%1 has no flats. Click another building or a parcel.</source>
      <translation>%1 没有户室。请点另一栋楼或一块地。</translation>
    </message>
    <message>
      <source>This is no share; write it as 1/3.</source>
      <translation>份额写法不对，请写成 1/3。</translation>
    </message>
    <message>
      <source>Registered %1, with %2 it is %3</source>
      <translation>已登记 %1，加 %2 = %3</translation>
    </message>
    <message>
      <source>33 %: is 1/3 meant?</source>
      <translation>33 %：是否指 1/3？</translation>
    </message>
    <message>
      <source>Pick a place first, and say the share of a parcel</source>
      <translation>先选地块或户室；地块还要填份额</translation>
    </message>
    <message>
      <source>① click a parcel or a building on the map, or its row or a flat&apos;s in the table  ② share or flat  ③ done</source>
      <translation>① 在图上点地块或楼栋，或点表中的地块、户室行  ② 填份额或选户室  ③ 完成</translation>
    </message>
    <message>
      <source>① click a parcel or a building on the map  ② share or flat  ③ done</source>
      <translation>① 在地图上点地块或楼栋&#x3000;② 输入份额或选户室&#x3000;③ 完成</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MainWindow</name>
    <message>
      <source>%1: nothing (%2)</source>
      <translation>%1：无（%2）</translation>
    </message>
    <message>
      <source>Town files (*.sqlite)</source>
      <translation>镇文件 (*.sqlite)</translation>
    </message>
    <message>
      <source>Drawing the map</source>
      <translation>绘制地图</translation>
    </message>
    <message>
      <source>Liangdi</source>
      <translation>两地 Liangdi</translation>
    </message>
    <message>
      <source>Reading the layer styles</source>
      <translation>读取图层样式</translation>
    </message>
    <message>
      <source>History</source>
      <translation>沿革</translation>
    </message>
    <message>
      <source>Preparing the map</source>
      <translation>准备地图</translation>
    </message>
    <message>
      <source>Reading the layers</source>
      <translation>读取图层</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>✓ all saved · last edit %1</source>
      <translation>✓ 全部已存盘 · 最后一笔 %1</translation>
    </message>
    <message>
      <source>✓ all saved · no edit yet</source>
      <translation>✓ 全部已存盘 · 尚无改动</translation>
    </message>
    <message>
      <source>Selected 1 household · %1 buildings · %2 parcels</source>
      <translation>已选 1 户 · %1 栋楼 · %2 宗地</translation>
    </message>
    <message>
      <source>Selected: %1</source>
      <translation>已选：%1</translation>
    </message>
    <message numerus="yes">
      <source>Selected %n feature(s)</source>
      <translation>
        <numerusform>已选 %n 个要素</numerusform>
      </translation>
    </message>
    <message>
      <source>None of these parcels has a place on the map yet.</source>
      <translation>这些地块还没有图形。</translation>
    </message>
    <message>
      <source>The building has no place on the map yet.</source>
      <translation>这栋楼还没有图形。</translation>
    </message>
    <message>
      <source>Identify</source>
      <translation>点选信息</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Personal records locked</source>
      <translation>个人信息已锁定</translation>
    </message>
    <message>
      <source>Modes</source>
      <translation>模式</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Card and identify</source>
      <translation>住户卡与点选</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>地图</translation>
    </message>
    <message>
      <source>Hide; the Window menu brings it back</source>
      <translation>隐藏；可从“窗口”菜单恢复</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>隐藏</translation>
    </message>
    <message>
      <source>Everything is on disk: each edit is saved the moment it is made.</source>
      <translation>全部已存盘：每次改动当场写入文件。</translation>
    </message>
    <message>
      <source>About Liangdi</source>
      <translation>关于两地</translation>
    </message>
    <message>
      <source>Liangdi %1
The flat in the new town and the land in the village, on one map, in one file.</source>
      <translation>两地 %1
城里的房、乡下的地，一张图，一个文件。</translation>
    </message>
    <message>
      <source>This file came from an older Liangdi and was upgraded. The file as it was is kept as %1.</source>
      <translation>此文件来自旧版两地，已升级；原文件保留为 %1。</translation>
    </message>
    <message>
      <source>Opening %1</source>
      <translation>打开 %1</translation>
    </message>
    <message>
      <source>Open a town</source>
      <translation>打开镇文件</translation>
    </message>
    <message>
      <source>New town</source>
      <translation>新建镇</translation>
    </message>
    <message>
      <source>Making the sample town</source>
      <translation>生成样例镇</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>No household has the code or the name “%1”. Type the whole code or the whole name.</source>
      <translation>没有户号或户名为“%1”的住户。请输入完整的户号或户名。</translation>
    </message>
    <message>
      <source>Undone: %1</source>
      <translation>已撤销：%1</translation>
    </message>
    <message>
      <source>Done again: %1</source>
      <translation>已重做：%1</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>关联</translation>
    </message>
    <message>
      <source>This link was there already; nothing was changed.</source>
      <translation>这条关联已经存在，未作改动。</translation>
    </message>
    <message>
      <source>Nothing in this town bears “%1” in its name or number.</source>
      <translation>本镇没有名称或编号里含“%1”的。</translation>
    </message>
    <message>
      <source>The personal records were locked again, because nobody was at the keyboard.</source>
      <translation>一段时间无人操作，个人信息已自动锁定。</translation>
    </message>
    <message>
      <source>Unlocked · %1 min</source>
      <translation>已解锁 · %1 分钟</translation>
    </message>
    <message>
      <source>Personal values can be seen; click to lock them</source>
      <translation>个人信息可以查看；单击锁定</translation>
    </message>
    <message>
      <source>Identity numbers, phones, health and benefits are sealed; click to unlock</source>
      <translation>身份证号、电话、健康、待遇已加密；单击解锁</translation>
    </message>
    <message>
      <source>Lock the personal records</source>
      <translation>锁定个人信息</translation>
    </message>
    <message>
      <source>Unlock the personal records…</source>
      <translation>解锁个人信息…</translation>
    </message>
    <message>
      <source>unlocked</source>
      <translation>已解锁</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Show personal values in full</source>
      <translation>显示全部个人信息</translation>
    </message>
    <message>
      <source>Jobs %1</source>
      <translation>任务 %1</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Check the town</source>
      <translation>检查全镇</translation>
    </message>
    <message>
      <source>✓ The check found nothing wrong.</source>
      <translation>✓ 检查未发现问题。</translation>
    </message>
    <message numerus="yes">
      <source>The check found %n finding(s)</source>
      <translation>
        <numerusform>检查发现 %n 个问题</numerusform>
      </translation>
    </message>
    <message>
      <source>This row has no place on the map yet.</source>
      <translation>此行在地图上还没有位置。</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>“%1” has no place on the map yet.</source>
      <translation>“%1”在地图上还没有位置。</translation>
    </message>
    <message>
      <source>The passphrase of %1 no longer opens this file.</source>
      <translation>%1 的口令已收回，打不开本文件。</translation>
    </message>
    <message>
      <source>The recovery key so far opens nothing any more.</source>
      <translation>原恢复密钥已失效。</translation>
    </message>
    <message>
      <source>The passphrase of %1 is set.</source>
      <translation>%1 的口令已设好。</translation>
    </message>
    <message>
      <source>This finding is about the table as a whole and has no place of its own.</source>
      <translation>这个问题说的是整张表，没有具体位置。</translation>
    </message>
    <message>
      <source>List of households with their flats or land</source>
      <translation>住户与户室或地块的名单</translation>
    </message>
    <message>
      <source>Lists (*.xlsx *.xls *.ods *.csv *.txt *.dbf);;All files (*)</source>
      <translation>名单 (*.xlsx *.xls *.ods *.csv *.txt *.dbf);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Writing ledgers</source>
      <translation>写台账</translation>
    </message>
    <message>
      <source>✓ %1: %2 rows</source>
      <translation>✓ %1：%2 行</translation>
    </message>
    <message>
      <source>✓ %1 ledgers written</source>
      <translation>✓ 已写出 %1 本台账</translation>
    </message>
    <message>
      <source>Matching %1</source>
      <translation>匹配 %1</translation>
    </message>
    <message>
      <source>Save the review</source>
      <translation>保存审核表</translation>
    </message>
    <message>
      <source>review</source>
      <translation>审核表</translation>
    </message>
    <message>
      <source>Workbooks (*.xlsx);;Text (*.csv)</source>
      <translation>工作簿 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
      <source>Saving the review</source>
      <translation>保存审核表</translation>
    </message>
    <message>
      <source>✓ saved as %1</source>
      <translation>✓ 已存为 %1</translation>
    </message>
    <message numerus="yes">
      <source>✓ %n link(s) made in one step; Ctrl+Z takes all of them back.</source>
      <translation>
        <numerusform>✓ 一步关联 %n 条；Ctrl+Z 全部撤回。</numerusform>
      </translation>
    </message>
    <message>
      <source>The card on paper</source>
      <translation>住户卡出纸</translation>
    </message>
    <message>
      <source>card %1</source>
      <translation>住户卡 %1</translation>
    </message>
    <message>
      <source>A4 pages (*.pdf);;Picture (*.png)</source>
      <translation>A4 页面 (*.pdf);;图片 (*.png)</translation>
    </message>
    <message>
      <source>✓ written: %1</source>
      <translation>✓ 已写出：%1</translation>
    </message>
    <message>
      <source>Two places</source>
      <translation>两地</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>楼栋</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <source>Aid</source>
      <translation>帮扶</translation>
    </message>
    <message>
      <source>Ground floor</source>
      <translation>底层住房</translation>
    </message>
    <message>
      <source>Why is the list opened? The history keeps the reason in clear.</source>
      <translation>为什么要看这份名单？原因以明文记入沿革。</translation>
    </message>
    <message>
      <source>Building board</source>
      <translation>楼栋牌</translation>
    </message>
    <message>
      <source>Ground-floor flats</source>
      <translation>底层住房</translation>
    </message>
    <message>
      <source>1+X pairing</source>
      <translation>1+X 结对</translation>
    </message>
    <message>
      <source>Flow lines</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>Lock the scales</source>
      <translation>锁定比例</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1：%2</translation>
    </message>
    <message>
      <source>on</source>
      <translation>开</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>Selected: nothing that has two places</source>
      <translation>已选：无城乡两地可对应</translation>
    </message>
    <message>
      <source>Selected %1 → %2 households → %3 parcels</source>
      <translation>已选 %1 → %2 户 → %3 宗地</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>图纸</translation>
    </message>
    <message>
      <source>Item and atlas</source>
      <translation>项目和图集</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>图纸</translation>
    </message>
    <message>
      <source>%1 on the template: %2 (%3)</source>
      <translation>%1模板的改动：%2（%3）</translation>
    </message>
    <message>
      <source>Open a town first, or make a new one; what is imported goes into it.</source>
      <translation>先打开或新建一个镇，资料导入到镇里。</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>%1: %2 new, %3 changed, %4 skipped</source>
      <translation>%1：新增 %2，更新 %3，跳过 %4</translation>
    </message>
    <message>
      <source>Loading %1</source>
      <translation>装入 %1</translation>
    </message>
    <message>
      <source>Loaded %1: %2 files, %3 findings; one undo takes all of it back</source>
      <translation>已装入 %1：%2 个文件，%3 个问题；撤销时整批退回</translation>
    </message>
    <message>
      <source>All records are sealed with a new key; give the others their passphrases.</source>
      <translation>全部记录已用新密钥加密；请给其他人重新设口令。</translation>
    </message>
    <message>
      <source>Rasters (*.tif *.tiff *.mbtiles *.gpkg *.vrt *.img *.asc *.png *.jpg);;All (*)</source>
      <translation>栅格 (*.tif *.tiff *.mbtiles *.gpkg *.vrt *.img *.asc *.png *.jpg);;全部 (*)</translation>
    </message>
    <message>
      <source>Add imagery</source>
      <translation>添加影像</translation>
    </message>
    <message>
      <source>Add heights</source>
      <translation>添加高程</translation>
    </message>
    <message>
      <source>Ground layers</source>
      <translation>底图</translation>
    </message>
    <message>
      <source>Load a style</source>
      <translation>载入样式</translation>
    </message>
    <message>
      <source>Styles (*.sld *.xml);;All (*)</source>
      <translation>样式 (*.sld *.xml);;全部 (*)</translation>
    </message>
    <message>
      <source>Save the style</source>
      <translation>保存样式</translation>
    </message>
    <message>
      <source>Styles (*.sld)</source>
      <translation>样式 (*.sld)</translation>
    </message>
    <message>
      <source>The style cannot be kept: %1 (%2)</source>
      <translation>样式不能保留：%1（%2）</translation>
    </message>
    <message>
      <source>%1: the style is kept for this town</source>
      <translation>%1：样式已为本镇保留</translation>
    </message>
    <message>
      <source>This file cannot be used: %1 (%2)</source>
      <translation>此文件不能使用：%1（%2）</translation>
    </message>
    <message>
      <source>Saved as %1</source>
      <translation>已保存为 %1</translation>
    </message>
    <message>
      <source>The style cannot be saved: %1 (%2)</source>
      <translation>样式不能保存：%1（%2）</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MapCanvas</name>
    <message>
      <source>Map</source>
      <translation>地图</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MatchForm</name>
    <message>
      <source>✓ linked already</source>
      <translation>✓ 已关联</translation>
    </message>
    <message>
      <source>✓ certain</source>
      <translation>✓ 确定</translation>
    </message>
    <message>
      <source>▲ probable</source>
      <translation>▲ 可能</translation>
    </message>
    <message>
      <source>◆ none</source>
      <translation>◆ 无</translation>
    </message>
    <message>
      <source>Save the review…</source>
      <translation>保存审核表…</translation>
    </message>
    <message>
      <source>Match a list</source>
      <translation>批量关联名单</translation>
    </message>
    <message>
      <source>all lines</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>certain</source>
      <translation>确定</translation>
    </message>
    <message>
      <source>probable</source>
      <translation>可能</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>Shown lines</source>
      <translation>显示的行</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>关联</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>判断</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>In the list</source>
      <translation>名单所写</translation>
    </message>
    <message>
      <source>Place in the list</source>
      <translation>名单村组</translation>
    </message>
    <message>
      <source>Household</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>Flat or parcel</source>
      <translation>户室或地块</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Lines of the list</source>
      <translation>名单各行</translation>
    </message>
    <message>
      <source>%1: %2 lines · %3 certain, of these %4 linked already · %5 probable · %6 none</source>
      <translation>%1：%2 行 · 确定 %3，其中 %4 已关联 · 可能 %5 · 无 %6</translation>
    </message>
    <message>
      <source>Identity numbers of the list were not looked up: the personal records are locked.</source>
      <translation>个人信息已锁定，名单中的证件号码未用于匹配。</translation>
    </message>
    <message numerus="yes">
      <source>Link %n ticked line(s)</source>
      <translation>
        <numerusform>关联勾选的 %n 行</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::NewPassphraseForm</name>
    <message>
      <source>New passphrase</source>
      <translation>新口令</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>再输一遍</translation>
    </message>
    <message>
      <source>Strength of the passphrase</source>
      <translation>口令强度</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Show what is typed, while nobody else looks</source>
      <translation>旁边没人时，显示输入的内容</translation>
    </message>
    <message>
      <source>At least 8 characters. Four words that do not belong together are good.</source>
      <translation>至少 8 个字符。四个互不相干的词最好。</translation>
    </message>
    <message>
      <source>◆ Too easy: at least 8 characters that are no run, no year and no well-known word</source>
      <translation>◆ 太简单：至少 8 个字符，不要连号、年份、常见词</translation>
    </message>
    <message>
      <source>▲ Weak: whoever copies the file could guess it within weeks; add a word</source>
      <translation>▲ 弱：拿到文件的人几周内就能猜出；请再加一个词</translation>
    </message>
    <message>
      <source>✓ Fair: it would be guessed only with years of trying</source>
      <translation>✓ 尚可：要试上几年才能猜出</translation>
    </message>
    <message>
      <source>✓ Strong</source>
      <translation>✓ 强</translation>
    </message>
    <message>
      <source>Type the new passphrase.</source>
      <translation>请输入新口令。</translation>
    </message>
    <message>
      <source>The new passphrase is too easy: at least 8 characters that are no run, no year and no well-known word. Four words that do not belong together are good.</source>
      <translation>新口令太简单：至少 8 个字符，不要连号、年份、常见词。四个互不相干的词最好。</translation>
    </message>
    <message>
      <source>The two passphrases differ; type the same one twice.</source>
      <translation>两次输入的口令不同，请输入两遍相同的。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::NewTownDialog</name>
    <message>
      <source>%1 · CGCS2000, 3° zone, %2°E</source>
      <translation>%1 · CGCS2000 三度带 %2°E</translation>
    </message>
    <message>
      <source>Keep personal records, sealed under a passphrase</source>
      <translation>存个人信息，用口令封存</translation>
    </message>
    <message>
      <source>New town</source>
      <translation>新建镇</translation>
    </message>
    <message>
      <source>Town file</source>
      <translation>镇文件</translation>
    </message>
    <message>
      <source>Name of the town</source>
      <translation>镇名</translation>
    </message>
    <message>
      <source>empty: the file&apos;s name</source>
      <translation>不填则用文件名</translation>
    </message>
    <message>
      <source>Coordinate system</source>
      <translation>坐标系</translation>
    </message>
    <message>
      <source>Reference date</source>
      <translation>基准日</translation>
    </message>
    <message>
      <source>All figures are computed for this day</source>
      <translation>所有数字都按这一天计算</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Without a passphrase the file keeps no identity numbers, telephones, health or benefits: imports leave them out.</source>
      <translation>不设口令，文件就不存证件号、电话、健康、待遇；导入时这些内容会略去。</translation>
    </message>
    <message>
      <source>Make the town</source>
      <translation>新建</translation>
    </message>
    <message>
      <source>Town files (*.sqlite)</source>
      <translation>镇文件 (*.sqlite)</translation>
    </message>
    <message>
      <source>Say where the town file is to lie.</source>
      <translation>请写明镇文件放在哪里。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::PanTool</name>
    <message>
      <source>Pan</source>
      <translation>平移</translation>
    </message>
    <message>
      <source>Drag the map; in any tool: middle button, or Space and drag</source>
      <translation>拖动地图；任何工具下按住中键或空格拖动也可平移</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::PersonalPanel</name>
    <message>
      <source>Personal values</source>
      <translation>个人信息</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>What</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>解锁…</translation>
    </message>
    <message>
      <source>Identity numbers, phones and the like are sealed.</source>
      <translation>身份证号、电话等已加密。</translation>
    </message>
    <message>
      <source>in full</source>
      <translation>全部显示</translation>
    </message>
    <message>
      <source>masked</source>
      <translation>已遮盖</translation>
    </message>
    <message>
      <source>Mask again</source>
      <translation>重新遮盖</translation>
    </message>
    <message>
      <source>Show in full…</source>
      <translation>显示全部…</translation>
    </message>
    <message>
      <source>The record of %1 cannot be opened.</source>
      <translation>%1 的记录打不开。</translation>
    </message>
    <message numerus="yes">
      <source>%n member(s) under 14 or of unknown age are left out.</source>
      <translation>
        <numerusform>另有 %n 人未满 14 岁或年龄不明，不列出。</numerusform>
      </translation>
    </message>
    <message>
      <source>In full; that you saw it is in the history.</source>
      <translation>现为全部显示，查看已记入沿革。</translation>
    </message>
    <message>
      <source>Nothing is registered.</source>
      <translation>没有登记。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::PickTool</name>
    <message>
      <source>Link</source>
      <translation>关联</translation>
    </message>
    <message>
      <source>Click the parcel or the building to link; Esc lays this tool down</source>
      <translation>单击要关联的地块或楼栋；Esc 放下此工具</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::RecoveryKeyDialog</name>
    <message>
      <source>I have written it down and put it in a safe place</source>
      <translation>我已抄下并妥善保管</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>恢复密钥</translation>
    </message>
    <message>
      <source>This key opens the personal records of “%1” when a passphrase is forgotten. It is shown only now and stored nowhere. With all passphrases and this key lost, nobody can open the personal records again.</source>
      <translation>忘记口令时，用这把密钥打开“%1”的个人信息。它只在此刻显示一次，别处都不保存。所有口令和这把密钥都丢失后，谁也打不开个人信息。</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Save as a file…</source>
      <translation>另存为文件…</translation>
    </message>
    <message>
      <source>Recovery key of the town file “%1”
%2

%3

It opens the personal records when a passphrase is forgotten: choose File, Passphrases, Passphrase forgotten. Keep it locked away.
</source>
      <translation>镇文件“%1”的恢复密钥
%2

%3

忘记口令时用它打开个人信息：文件 - 口令 - 忘记口令。请锁好保管。
      </translation>
    </message>
    <message>
      <source>Save the recovery key</source>
      <translation>保存恢复密钥</translation>
    </message>
    <message>
      <source>Text files (*.txt)</source>
      <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
      <source>✓ Saved as %1</source>
      <translation>✓ 已存为 %1</translation>
    </message>
    <message>
      <source>◆ %1 cannot be written; choose another folder</source>
      <translation>◆ 无法写入 %1，请换一个文件夹</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SearchField</name>
    <message>
      <source>Find people, homes, land, certificates</source>
      <translation>查找人员、房屋、地块、权证</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Any part of a name, a code, a certificate or an address, or pinyin initials of a name</source>
      <translation>姓名、编码、权证、地址里的任意一段，或者姓名的拼音首字母</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>查到的</translation>
    </message>
    <message>
      <source>Nothing bears “%1”</source>
      <translation>没有含“%1”的</translation>
    </message>
    <message>
      <source>Find (Ctrl+F)</source>
      <translation>查找 (Ctrl+F)</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SelectTool</name>
    <message>
      <source>Select</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Click selects, Shift adds, Ctrl removes, drag a box for several</source>
      <translation>单击选中，Shift 加选，Ctrl 减选，拖框选多个</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::StatisticsPage</name>
    <message>
      <source>not registered</source>
      <translation>未登记</translation>
    </message>
    <message>
      <source>Households</source>
      <translation>户数</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>人口</translation>
    </message>
    <message>
      <source>Employed</source>
      <translation>在业</translation>
    </message>
    <message>
      <source>Seeking work</source>
      <translation>求职</translation>
    </message>
    <message>
      <source>by community</source>
      <translation>按社区</translation>
    </message>
    <message>
      <source>by grid</source>
      <translation>按网格</translation>
    </message>
    <message>
      <source>by building</source>
      <translation>按楼栋</translation>
    </message>
    <message>
      <source>by village group</source>
      <translation>按村组</translation>
    </message>
    <message>
      <source>Places that are compared</source>
      <translation>比较的地方</translation>
    </message>
    <message>
      <source>Labour</source>
      <translation>劳动力</translation>
    </message>
    <message>
      <source>Farmland by use, mu</source>
      <translation>承包地利用状况（亩）</translation>
    </message>
    <message>
      <source>Woodland by use, mu</source>
      <translation>林地利用状况（亩）</translation>
    </message>
    <message>
      <source>Homesteads by use, mu</source>
      <translation>宅基地利用状况（亩）</translation>
    </message>
    <message>
      <source>Groups (unlocked)</source>
      <translation>人群（须解锁）</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>统计项目</translation>
    </message>
    <message>
      <source>Statistics as bars</source>
      <translation>统计条形图</translation>
    </message>
    <message>
      <source>Statistics as a table</source>
      <translation>统计表</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <source>Who belongs to a group is sealed. Unlock the personal records (Ctrl+L) to count the groups here.</source>
      <translation>人群标记已封存。解锁个人信息（Ctrl+L）后在这里计数。</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>In all</source>
      <translation>合计</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::StatusRow</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>比例尺</translation>
    </message>
    <message>
      <source>Type a scale and press Enter</source>
      <translation>输入比例尺后按回车</translation>
    </message>
    <message>
      <source>Scale 1 :</source>
      <translation>比例尺 1：</translation>
    </message>
    <message>
      <source>%1, %2 of %3</source>
      <translation>%1，%2 / %3</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <source>Cancelled, nothing was changed</source>
      <translation>已取消，未改动</translation>
    </message>
    <message>
      <source>E %1</source>
      <translation>东 E %1</translation>
    </message>
    <message>
      <source>N %1</source>
      <translation>北 N %1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::TableDock</name>
    <message>
      <source>Reading the table</source>
      <translation>读取表格</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>%1 rows are chosen; the map shows at most %2 of them.</source>
      <translation>选中 %1 行；地图最多显示 %2 行。</translation>
    </message>
    <message>
      <source>%1 rows are too many for the clipboard; choose at most %2 rows, or export the table.</source>
      <translation>%1 行太多，剪贴板放不下；请至多选 %2 行，或导出此表。</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Attribute table</source>
      <translation>属性表</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表</translation>
    </message>
    <message>
      <source>Filter: in any cell</source>
      <translation>筛选：任一单元格含此内容</translation>
    </message>
    <message>
      <source>Filter the rows</source>
      <translation>筛选各行</translation>
    </message>
    <message>
      <source>On: a double click or F2 types a cell over, and each cell can be undone</source>
      <translation>打开后，双击或按 F2 改单元格；每次改动都可撤销</translation>
    </message>
    <message>
      <source>Copy the chosen rows, or all, with a head, for a spreadsheet (Ctrl+C)</source>
      <translation>复制选中的行（不选则为全部），带表头，可贴进电子表格（Ctrl+C）</translation>
    </message>
    <message>
      <source>shown %1 / selected %2 / all %3</source>
      <translation>显示 %1 / 选中 %2 / 全部 %3</translation>
    </message>
    <message>
      <source>Table: %1</source>
      <translation>表格：%1</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::TableModel</name>
    <message>
      <source>masked</source>
      <translation>已遮盖</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>taken out</source>
      <translation>已删除</translation>
    </message>
    <message>
      <source>This column is not typed over here.</source>
      <translation>此列不能在这里改。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ToolStrip</name>
    <message>
      <source>Clear Ctrl+Shift+A</source>
      <translation>清除 Ctrl+Shift+A</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::TwoPlacesPanel</name>
    <message>
      <source>households</source>
      <translation>户数</translation>
    </message>
    <message>
      <source>mu</source>
      <translation>亩</translation>
    </message>
    <message>
      <source>As a table</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Look from here</source>
      <translation>从这里看</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>楼栋</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>Community</source>
      <translation>社区</translation>
    </message>
    <message>
      <source>Village group</source>
      <translation>村组</translation>
    </message>
    <message>
      <source>Cooperative</source>
      <translation>合作社</translation>
    </message>
    <message>
      <source>Household</source>
      <translation>住户</translation>
    </message>
    <message>
      <source>Width of the lines</source>
      <translation>线宽</translation>
    </message>
    <message>
      <source>Width of the lines by households</source>
      <translation>线宽按户数</translation>
    </message>
    <message>
      <source>Width of the lines by area in mu</source>
      <translation>线宽按面积（亩）</translation>
    </message>
    <message>
      <source>All flows as one bar</source>
      <translation>全部流向（条形图）</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Households</source>
      <translation>户数</translation>
    </message>
    <message>
      <source>Parcels</source>
      <translation>宗地数</translation>
    </message>
    <message>
      <source>Flows as a table</source>
      <translation>流向列表</translation>
    </message>
    <message>
      <source>Click a building or a parcel on either map: both maps show what belongs to it.</source>
      <translation>在任一图中单击楼栋或地块：两图同时显示与它对应的房与地。</translation>
    </message>
    <message>
      <source>%1: %2 households from %3 village groups, %4 mu in %5 parcels of the villages</source>
      <translation>%1：%2 户，来自 %3 个村组，在迁出地有 %4 亩（%5 宗）</translation>
    </message>
    <message>
      <source>%1: %2 households who live in %3 buildings, %4 mu in %5 parcels</source>
      <translation>%1：%2 户，住在 %3 栋楼，共 %4 亩（%5 宗）</translation>
    </message>
    <message>
      <source>not registered</source>
      <translation>未登记</translation>
    </message>
    <message>
      <source>Use in mu: %1</source>
      <translation>状态（亩）：%1</translation>
    </message>
    <message>
      <source>Width = households (1 px = %1)</source>
      <translation>线宽 = 户数（1 px = %1 户）</translation>
    </message>
    <message>
      <source>Width = area (1 px = %1 mu)</source>
      <translation>线宽 = 面积（1 px = %1 亩）</translation>
    </message>
    <message>
      <source>In all</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>图例</translation>
    </message>
    <message>
      <source> (a contract household&apos;s land divided among its members&apos; households)</source>
      <translation>（承包方的地按成员分到各户）</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>利用</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::TwoPlacesView</name>
    <message>
      <source>Map of the villages</source>
      <translation>迁出地地图</translation>
    </message>
    <message>
      <source>Town · resettlement area: %1</source>
      <translation>城 · 安置区：%1</translation>
    </message>
    <message>
      <source>Village · origin</source>
      <translation>乡 · 迁出地</translation>
    </message>
    <message>
      <source>{} other groups</source>
      <translation>其他 {} 组</translation>
    </message>
    <message>
      <source>{} other buildings</source>
      <translation>其他 {} 栋</translation>
    </message>
    <message>
      <source>not registered</source>
      <translation>未登记</translation>
    </message>
    <message>
      <source>{} households · {} mu</source>
      <translation>{} 户 · {} 亩</translation>
    </message>
    <message>
      <source>Village · origin: %1</source>
      <translation>乡 · 迁出地：%1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::UnlockDialog</name>
    <message>
      <source>Unlock the personal records</source>
      <translation>解锁个人信息</translation>
    </message>
    <message>
      <source>Show personal values in full</source>
      <translation>显示全部个人信息</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>事由</translation>
    </message>
    <message>
      <source>for instance: home visit, household 0412</source>
      <translation>例如：家访 0412 户</translation>
    </message>
    <message>
      <source>min</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>Lock again after</source>
      <translation>自动锁定</translation>
    </message>
    <message>
      <source>Who, when and the reason go into the history, in clear; write no identity number into it.</source>
      <translation>何人、何时、事由以明文记入沿革，事由里不要写身份证号。</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Say why; without a reason nothing is opened.</source>
      <translation>请写明事由，没有事由不能打开。</translation>
    </message>
    <message>
      <source>Type the passphrase, or the recovery key.</source>
      <translation>请输入口令或恢复密钥。</translation>
    </message>
    <message>
      <source>Passphrase forgotten?</source>
      <translation>口令忘了？</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::WindowActions</name>
    <message>
      <source>New town…</source>
      <translation>新建镇…</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>Open the sample town</source>
      <translation>打开样例镇</translation>
    </message>
    <message>
      <source>Close the town</source>
      <translation>关闭镇文件</translation>
    </message>
    <message>
      <source>Is everything saved?</source>
      <translation>都存盘了吗？</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Clear the selection</source>
      <translation>清除选择</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Full extent</source>
      <translation>全图</translation>
    </message>
    <message>
      <source>The town</source>
      <translation>回到安置区</translation>
    </message>
    <message>
      <source>Previous view</source>
      <translation>上一视图</translation>
    </message>
    <message>
      <source>Next view</source>
      <translation>下一视图</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>刷新</translation>
    </message>
    <message>
      <source>Hide the docks</source>
      <translation>隐藏面板</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>平移</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>退一步</translation>
    </message>
    <message>
      <source>About Liangdi</source>
      <translation>关于两地</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>最近打开</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>F&amp;ind</source>
      <translation>查找(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Window</source>
      <translation>窗口(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>Toolbar</source>
      <translation>工具栏</translation>
    </message>
    <message>
      <source>Unlock the personal records…</source>
      <translation>解锁个人信息…</translation>
    </message>
    <message>
      <source>Change my passphrase…</source>
      <translation>更改我的口令…</translation>
    </message>
    <message>
      <source>Give an officer a passphrase…</source>
      <translation>给干部设口令…</translation>
    </message>
    <message>
      <source>Take an officer&apos;s passphrase away…</source>
      <translation>收回干部的口令…</translation>
    </message>
    <message>
      <source>Passphrase forgotten…</source>
      <translation>忘记口令…</translation>
    </message>
    <message>
      <source>New recovery key…</source>
      <translation>更换恢复密钥…</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Attribute table</source>
      <translation>属性表</translation>
    </message>
    <message>
      <source>To the map</source>
      <translation>到地图</translation>
    </message>
    <message>
      <source>Check the town</source>
      <translation>检查全镇</translation>
    </message>
    <message>
      <source>Next finding</source>
      <translation>下一个问题</translation>
    </message>
    <message>
      <source>Previous finding</source>
      <translation>上一个问题</translation>
    </message>
    <message>
      <source>Passphrases</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Chec&amp;k</source>
      <translation>核对(&amp;K)</translation>
    </message>
    <message>
      <source>Write ledgers…</source>
      <translation>写台账…</translation>
    </message>
    <message>
      <source>Match a list…</source>
      <translation>批量关联名单…</translation>
    </message>
    <message>
      <source>&amp;Ledger</source>
      <translation>台账(&amp;L)</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>地图</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>图纸</translation>
    </message>
    <message>
      <source>Sheet and print…</source>
      <translation>图纸与打印…</translation>
    </message>
    <message>
      <source>&amp;Sheets</source>
      <translation>图纸(&amp;S)</translation>
    </message>
    <message>
      <source>Renew the data key…</source>
      <translation>换新的数据密钥…</translation>
    </message>
    <message>
      <source>Keyboard shortcuts…</source>
      <translation>快捷键…</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>导入…</translation>
    </message>
    <message>
      <source>Measure a distance</source>
      <translation>测量距离</translation>
    </message>
    <message>
      <source>Measure an area</source>
      <translation>测量面积</translation>
    </message>
    <message>
      <source>Bookmark this view</source>
      <translation>添加书签</translation>
    </message>
    <message>
      <source>Bookmarks</source>
      <translation>书签</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>测量</translation>
    </message>
    <message>
      <source>Ground layers</source>
      <translation>底图</translation>
    </message>
    <message>
      <source>Add imagery…</source>
      <translation>添加影像…</translation>
    </message>
    <message>
      <source>Add heights…</source>
      <translation>添加高程…</translation>
    </message>
    <message>
      <source>Add map tiles…</source>
      <translation>添加网络瓦片…</translation>
    </message>
    <message>
      <source>&amp;Layers</source>
      <translation>图层(&amp;L)</translation>
    </message>
    <message>
      <source>Layer style…</source>
      <translation>图层样式…</translation>
    </message>
    <message>
      <source>Two places</source>
      <translation>两地</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::AtlasForm</name>
    <message>
      <source>Go on with a run that was broken off</source>
      <translation>接着上次中断的做</translation>
    </message>
    <message>
      <source>Dots an inch</source>
      <translation>分辨率（dpi）</translation>
    </message>
    <message>
      <source>Make the atlas</source>
      <translation>制作图集</translation>
    </message>
    <message>
      <source>One PDF of all pages</source>
      <translation>全部页一个 PDF</translation>
    </message>
    <message>
      <source>A PDF for each page</source>
      <translation>每页一个 PDF</translation>
    </message>
    <message>
      <source>A PNG for each page</source>
      <translation>每页一个 PNG</translation>
    </message>
    <message>
      <source>An SVG for each page</source>
      <translation>每页一个 SVG</translation>
    </message>
    <message>
      <source>A GeoTIFF for each page</source>
      <translation>每页一个 GeoTIFF</translation>
    </message>
    <message>
      <source>Posters, to be glued of A4 sheets</source>
      <translation>大幅海报：用 A4 纸拼贴</translation>
    </message>
    <message>
      <source>Posters, to be glued of A3 sheets</source>
      <translation>大幅海报：用 A3 纸拼贴</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Pages that are whole stay, where neither the town nor the sheet has changed</source>
      <translation>镇里的数据和模板都没变时，已做好的页保留不重做</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>存到</translation>
    </message>
    <message>
      <source>Choose where to…</source>
      <translation>选择存到哪里…</translation>
    </message>
    <message>
      <source>Say where to: a file, or a folder for a file a page.</source>
      <translation>请写明存到哪里：一个文件；每页一个文件时写目录。</translation>
    </message>
    <message numerus="yes">
      <source>All %n page(s)</source>
      <translation>
        <numerusform>全部 %n 页</numerusform>
      </translation>
    </message>
    <message>
      <source>The %1 pages that the list shows, of %2</source>
      <translation>列表里的 %1 页（共 %2 页）</translation>
    </message>
    <message>
      <source>A folder for the pages</source>
      <translation>存放各页的目录</translation>
    </message>
    <message>
      <source>The atlas as</source>
      <translation>图集另存为</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Being made…</source>
      <translation>正在制作…</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ItemForm</name>
    <message>
      <source>main map</source>
      <translation>主图</translation>
    </message>
    <message>
      <source>index map</source>
      <translation>位置图</translation>
    </message>
    <message>
      <source>Map %1</source>
      <translation>地图 %1</translation>
    </message>
    <message>
      <source>Items of this sheet</source>
      <translation>图上各项</translation>
    </message>
    <message>
      <source>as needed</source>
      <translation>按需要</translation>
    </message>
    <message>
      <source>{word} is filled in for each page; \n begins a new line</source>
      <translation>{词} 每页自动填写；\n 换行</translation>
    </message>
    <message>
      <source>Bold</source>
      <translation>粗体</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>Centre</source>
      <translation>中</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>Of this page; “fits” takes the largest of the template&apos;s scales that shows all</source>
      <translation>本页的比例尺；“适合”取模板所列比例尺中能放下的最大一个</translation>
    </message>
    <message>
      <source>Coordinate ticks</source>
      <translation>坐标网</translation>
    </message>
    <message>
      <source>In both editions</source>
      <translation>两种版本都有</translation>
    </message>
    <message>
      <source>Internal only</source>
      <translation>只在内部版</translation>
    </message>
    <message>
      <source>Public only</source>
      <translation>只在公开版</translation>
    </message>
    <message>
      <source>%1 landscape</source>
      <translation>%1 横</translation>
    </message>
    <message>
      <source>%1 portrait</source>
      <translation>%1 竖</translation>
    </message>
    <message>
      <source>the town&apos;s administration</source>
      <translation>本镇管理委员会</translation>
    </message>
    <message>
      <source>Approved: no longer a sketch</source>
      <translation>已审定，不再标“示意图”</translation>
    </message>
    <message>
      <source>Take off the sheet</source>
      <translation>从图上取下</translation>
    </message>
    <message>
      <source>Take the item off the sheet (Del)</source>
      <translation>从图上取下这一项（Del）</translation>
    </message>
    <message>
      <source>Title, Chinese</source>
      <translation>标题（中文）</translation>
    </message>
    <message>
      <source>Title, English</source>
      <translation>标题（英文）</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸张</translation>
    </message>
    <message>
      <source>From left</source>
      <translation>距左边</translation>
    </message>
    <message>
      <source>From top</source>
      <translation>距上边</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>高</translation>
    </message>
    <message>
      <source>Own height</source>
      <translation>固定高度</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>字高</translation>
    </message>
    <message>
      <source>Align</source>
      <translation>对齐</translation>
    </message>
    <message>
      <source>Row height</source>
      <translation>行高</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列数</translation>
    </message>
    <message>
      <source>Scale 1:</source>
      <translation>比例尺 1:</translation>
    </message>
    <message>
      <source>Margin</source>
      <translation>四周留空</translation>
    </message>
    <message>
      <source>Line width</source>
      <translation>线宽</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Made by</source>
      <translation>制图单位</translation>
    </message>
    <message>
      <source>Text “%1”</source>
      <translation>文字“%1”</translation>
    </message>
    <message>
      <source>Table %1</source>
      <translation>表 %1</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>图例</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>比例尺条</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>指北针</translation>
    </message>
    <message>
      <source>Image %1</source>
      <translation>图片 %1</translation>
    </message>
    <message>
      <source>Chart %1</source>
      <translation>统计图 %1</translation>
    </message>
    <message>
      <source>Line or box</source>
      <translation>线或框</translation>
    </message>
    <message>
      <source>Stack</source>
      <translation>竖排一栏</translation>
    </message>
    <message>
      <source>The sheet</source>
      <translation>整张图</translation>
    </message>
    <message>
      <source>Own template: %1</source>
      <translation>自己的模板：%1</translation>
    </message>
    <message>
      <source>A template of the program; the first change makes a copy of your own.</source>
      <translation>程序自带的模板；第一次改动时会复制一份给您自己用。</translation>
    </message>
    <message>
      <source>Stands in a stack: a drag moves the whole stack.</source>
      <translation>在竖排的一栏里，拖动移的是整栏。</translation>
    </message>
    <message>
      <source>A double click takes hold of the map inside.</source>
      <translation>双击后可拖动图里的内容。</translation>
    </message>
    <message>
      <source>Text, Chinese</source>
      <translation>文字（中文）</translation>
    </message>
    <message>
      <source>Text, English</source>
      <translation>文字（英文）</translation>
    </message>
    <message>
      <source>fits</source>
      <translation>适合</translation>
    </message>
    <message>
      <source>fits (%1)</source>
      <translation>适合（%1）</translation>
    </message>
    <message>
      <source>Heading, Chinese</source>
      <translation>标题（中文）</translation>
    </message>
    <message>
      <source>Heading, English</source>
      <translation>标题（英文）</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>改文字</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>比例尺</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::PageModel</name>
    <message>
      <source>Page %1, %2</source>
      <translation>第 %1 页，%2</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::PaperView</name>
    <message>
      <source>Page</source>
      <translation>图页</translation>
    </message>
    <message>
      <source>Arrow keys move the chosen item by 1 mm, with Shift its lower right corner; Del takes it off</source>
      <translation>方向键把选中的项移动 1 毫米，按住 Shift 移右下角；Del 取下</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SheetDocument</name>
    <message>
      <source>-own</source>
      <translation>-自用</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SheetList</name>
    <message>
      <source>Templates</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>Filter: name or code</source>
      <translation>筛选：名称、编码</translation>
    </message>
    <message>
      <source>Filter the pages</source>
      <translation>筛选页</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页</translation>
    </message>
    <message>
      <source>%1 · own</source>
      <translation>%1 · 自用</translation>
    </message>
    <message>
      <source>%1 of %2</source>
      <translation>%1 / %2</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SheetPrinting</name>
    <message>
      <source>The printer&apos;s paper, %1, is smaller than the page, %2: what does not fit is cut off. Choose larger paper, or make a PDF and print it elsewhere; the scale is kept in either case.</source>
      <translation>打印机的纸是 %1，比图幅 %2 小，放不下的部分会被裁掉。请换大纸，或做成 PDF 到别处打印；比例都不变。</translation>
    </message>
    <message>
      <source>The printer does not reach the edge of its paper: something of the page lies in its margin and is cut off. The scale is kept.</source>
      <translation>打印机印不到纸边：图上有东西落在它的页边里，会被裁掉。比例不变。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SheetsMode</name>
    <message>
      <source>A copy of your own: %1</source>
      <translation>已复制成您自己的模板：%1</translation>
    </message>
    <message>
      <source>Changing the template</source>
      <translation>修改模板</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Move the map inside</source>
      <translation>移动图内地图</translation>
    </message>
    <message>
      <source>Take off</source>
      <translation>取下</translation>
    </message>
    <message>
      <source>This sheet has no tables to show.</source>
      <translation>这种图没有可放的表。</translation>
    </message>
    <message>
      <source>This sheet has no charts to show.</source>
      <translation>这种图没有可放的统计图。</translation>
    </message>
    <message>
      <source>All maps of this sheet stand on it already.</source>
      <translation>这种图的各幅地图都已在图上。</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>An image for the sheet</source>
      <translation>放到图上的图片</translation>
    </message>
    <message>
      <source>Images (*.png *.jpg *.jpeg *.svg *.webp *.bmp)</source>
      <translation>图片 (*.png *.jpg *.jpeg *.svg *.webp *.bmp)</translation>
    </message>
    <message>
      <source>Adding the image</source>
      <translation>添加图片</translation>
    </message>
    <message>
      <source>Save the template as</source>
      <translation>另存模板</translation>
    </message>
    <message>
      <source>Title of the copy</source>
      <translation>副本的标题</translation>
    </message>
    <message>
      <source>%1 copy</source>
      <translation>%1 副本</translation>
    </message>
    <message>
      <source>Saving the template</source>
      <translation>保存模板</translation>
    </message>
    <message>
      <source>The template cannot be moved to the trash: %1</source>
      <translation>模板移不到回收站：%1</translation>
    </message>
    <message>
      <source>Moved to the trash: %1</source>
      <translation>已移到回收站：%1</translation>
    </message>
    <message>
      <source>Making the page</source>
      <translation>制作图页</translation>
    </message>
    <message>
      <source>Reading the templates</source>
      <translation>读取模板</translation>
    </message>
    <message>
      <source>Opening the template</source>
      <translation>打开模板</translation>
    </message>
    <message>
      <source>Drag to move the map, the wheel sets its scale; Esc leaves it</source>
      <translation>拖动移图，滚轮改比例尺；Esc 退出</translation>
    </message>
    <message>
      <source>Drag moves, the corners resize, arrows move by 1 mm, Del takes off; Ctrl+wheel zooms</source>
      <translation>拖动移位，拖角改大小，方向键移 1 毫米，Del 取下；Ctrl+滚轮缩放</translation>
    </message>
    <message>
      <source>Click chooses an item, a double click on the map takes hold of the map inside; Ctrl+wheel zooms</source>
      <translation>单击选中一项，双击地图可移动图里的内容；Ctrl+滚轮缩放</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Atlas</source>
      <translation>图集</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>Fit the page</source>
      <translation>整页</translation>
    </message>
    <message>
      <source>True size</source>
      <translation>真实大小</translation>
    </message>
    <message>
      <source>Save the template as…</source>
      <translation>另存模板…</translation>
    </message>
    <message>
      <source>Move own template to the trash</source>
      <translation>把自己的模板移到回收站</translation>
    </message>
    <message>
      <source>Copy as a picture</source>
      <translation>复制为图片</translation>
    </message>
    <message>
      <source>Atlas…</source>
      <translation>图集…</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Internal</source>
      <translation>内部</translation>
    </message>
    <message>
      <source>All that officers may see; says “internal use” on the page</source>
      <translation>工作人员能看的都有；图上写明“内部使用”</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>公开</translation>
    </message>
    <message>
      <source>For the notice board: masked, and so named on the page</source>
      <translation>供张贴公示：已遮盖，图上写明“公开版”</translation>
    </message>
    <message>
      <source>Language of the sheet</source>
      <translation>图上文字的语言</translation>
    </message>
    <message>
      <source>Put something on the sheet</source>
      <translation>往图上放一项</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>地图</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>图例</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>比例尺条</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>指北针</translation>
    </message>
    <message>
      <source>Image…</source>
      <translation>图片…</translation>
    </message>
    <message>
      <source>Line or box</source>
      <translation>线或框</translation>
    </message>
    <message>
      <source>Copy as a picture (Ctrl+Shift+C)</source>
      <translation>复制为图片（Ctrl+Shift+C）</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Print at true scale (Ctrl+P)</source>
      <translation>按真实比例打印（Ctrl+P）</translation>
    </message>
    <message>
      <source>All pages as PDF or pictures</source>
      <translation>把各页做成 PDF 或图片</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Zoom out (Ctrl+-)</source>
      <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom in (Ctrl++)</source>
      <translation>放大（Ctrl++）</translation>
    </message>
    <message>
      <source>There is no template.</source>
      <translation>没有模板。</translation>
    </message>
    <message>
      <source>The town has nothing that this sheet could be about.</source>
      <translation>镇里没有这种图可画的内容。</translation>
    </message>
    <message>
      <source>Page %1 of %2 · %3</source>
      <translation>第 %1 页，共 %2 页 · %3</translation>
    </message>
    <message>
      <source> · leaf %1 of %2</source>
      <translation> · 第 %1/%2 张</translation>
    </message>
    <message>
      <source>being painted…</source>
      <translation>正在绘制…</translation>
    </message>
    <message>
      <source> public</source>
      <translation> 公开版</translation>
    </message>
    <message numerus="yes">
      <source>✓ %n page(s) in %1</source>
      <translation>
        <numerusform>✓ 共 %n 页，在 %1</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n subject(s) kept from the run before</source>
      <translation>
        <numerusform>其中 %n 项沿用上次做好的</numerusform>
      </translation>
    </message>
    <message>
      <source>The page is in the clipboard, %1 × %2 dots</source>
      <translation>图页已在剪贴板，%1 × %2 点</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print all the same</source>
      <translation>照样打印</translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) printed</source>
      <translation>
        <numerusform>已打印 %n 页</numerusform>
      </translation>
    </message>
    <message>
      <source>Whole page</source>
      <translation>整页</translation>
    </message>
    <message>
      <source>1:1</source>
      <translation>1:1</translation>
    </message>
  </context>
  <context>
    <name>Import</name>
    <message>
      <source>The row lacks the key by which it is known</source>
      <translation>这一行没有关键字段，认不出是哪一条</translation>
    </message>
    <message>
      <source>Fill it in the file</source>
      <translation>在文件里补上</translation>
    </message>
    <message>
      <source>An earlier row of the file has the same key</source>
      <translation>文件里前面已有一行同样的关键字段</translation>
    </message>
    <message>
      <source>Leave one of the two rows in the file</source>
      <translation>文件里只留一行</translation>
    </message>
    <message>
      <source>Several rows of the town have this key</source>
      <translation>镇里有几条是这个关键字段</translation>
    </message>
    <message>
      <source>Mend the code in the town first</source>
      <translation>先改正镇里的编码</translation>
    </message>
    <message>
      <source>The town has no row of this code</source>
      <translation>镇里没有这个编码</translation>
    </message>
    <message>
      <source>Import those rows first, or mend the code</source>
      <translation>先导入那些行，或改正编码</translation>
    </message>
    <message>
      <source>Several rows of the town have this code</source>
      <translation>镇里有几条是这个编码</translation>
    </message>
    <message>
      <source>The code does not have the form of such codes</source>
      <translation>编码的写法不对</translation>
    </message>
    <message>
      <source>Compare it with the original</source>
      <translation>和原件核对</translation>
    </message>
    <message>
      <source>The identity number is not valid</source>
      <translation>身份证号不对</translation>
    </message>
    <message>
      <source>Compare it with the document</source>
      <translation>和证件核对</translation>
    </message>
    <message>
      <source>A value without which there is no row is empty</source>
      <translation>必填的值空着</translation>
    </message>
    <message>
      <source>The value is none of those that are allowed here</source>
      <translation>这个值不在允许的范围里</translation>
    </message>
    <message>
      <source>Mend the value in the file</source>
      <translation>在文件里改正</translation>
    </message>
    <message>
      <source>The word is not in the list of known words</source>
      <translation>这个词不在对照表里</translation>
    </message>
    <message>
      <source>Mend the word in the file</source>
      <translation>在文件里改正这个词</translation>
    </message>
    <message>
      <source>The value cannot be read as what it should be</source>
      <translation>这个值读不成该有的类型</translation>
    </message>
    <message>
      <source>The row cannot be read whole</source>
      <translation>这一行读不完整</translation>
    </message>
    <message>
      <source>Ask the sender for a complete copy</source>
      <translation>请对方重发完整的文件</translation>
    </message>
    <message>
      <source>A spreadsheet has cut the number: what came after its 15th digit is lost</source>
      <translation>被表格软件截过：第 15 位以后的数字丢了</translation>
    </message>
    <message>
      <source>Get it from the original; format the column as text first</source>
      <translation>从原件重取，该列先设成文本</translation>
    </message>
    <message>
      <source>The records are locked: the personal values of this row are left out</source>
      <translation>个人信息未解锁：这一行的个人信息不导入</translation>
    </message>
    <message>
      <source>Unlock and check again</source>
      <translation>解锁后再检查</translation>
    </message>
    <message>
      <source>A personal value contradicts the one that is sealed already</source>
      <translation>与已加密存放的个人信息不一致</translation>
    </message>
    <message>
      <source>Find out which of the two is right</source>
      <translation>查明哪个对</translation>
    </message>
    <message>
      <source>The place lies outside of what the coordinate system is made for</source>
      <translation>位置超出坐标系的适用范围</translation>
    </message>
    <message>
      <source>Look at the coordinate system in step 2</source>
      <translation>回第 2 步看坐标系</translation>
    </message>
    <message>
      <source>Another coordinate system than the file&apos;s was chosen</source>
      <translation>选的坐标系和文件写的不同</translation>
    </message>
    <message>
      <source>Look at the map whether it lies right</source>
      <translation>看图上位置对不对</translation>
    </message>
    <message>
      <source>In this coordinate system the file lies elsewhere</source>
      <translation>按这个坐标系，文件落在别处</translation>
    </message>
    <message>
      <source>Fitted by control points</source>
      <translation>用控制点拟合</translation>
    </message>
    <message>
      <source>Look at the point with the largest residual</source>
      <translation>看残差最大的点</translation>
    </message>
    <message>
      <source>The shape cannot be read</source>
      <translation>图形读不出来</translation>
    </message>
    <message>
      <source>Ask the sender for this shape</source>
      <translation>请对方重发这个图形</translation>
    </message>
    <message>
      <source>The shape is not valid, and mending it would change its area</source>
      <translation>图形有错，修正会改变面积</translation>
    </message>
    <message>
      <source>Mend the shape in the program that drew it</source>
      <translation>在画图的软件里改正</translation>
    </message>
    <message>
      <source>The shape is of another kind than this table takes</source>
      <translation>图形类型和这张表不符</translation>
    </message>
    <message>
      <source>Look whether the file goes to the right table</source>
      <translation>看看归到的表对不对</translation>
    </message>
    <message>
      <source>The shape was not valid and is mended; its area stays</source>
      <translation>图形有错，已修正，面积不变</translation>
    </message>
    <message>
      <source>Look at the place on the map</source>
      <translation>看图上的位置</translation>
    </message>
    <message>
      <source>Closed lines are taken for the areas they bound</source>
      <translation>闭合的线当作面</translation>
    </message>
    <message>
      <source>Look at the map whether rings inside others should be holes</source>
      <translation>看图上套着的环是不是该挖空</translation>
    </message>
    <message>
      <source>The file names another encoding than its text has</source>
      <translation>文件写的编码和内容不符</translation>
    </message>
    <message>
      <source>Look whether the words read well in step 2</source>
      <translation>回第 2 步看文字通不通</translation>
    </message>
    <message>
      <source>The file does not name its encoding</source>
      <translation>文件没有写明编码</translation>
    </message>
    <message>
      <source>Some text is not of this encoding; characters are lost</source>
      <translation>有些字不是这个编码，会丢字</translation>
    </message>
    <message>
      <source>Choose another encoding in step 2, or ask the sender for another copy</source>
      <translation>回第 2 步换编码，或请对方重发</translation>
    </message>
    <message>
      <source>Text is damaged in the file itself</source>
      <translation>文件里的文字本来就坏了</translation>
    </message>
    <message>
      <source>The name of a column is damaged in the file itself</source>
      <translation>文件里的列名本来就坏了</translation>
    </message>
    <message>
      <source>Ask the sender for another copy</source>
      <translation>请对方重发</translation>
    </message>
    <message>
      <source>UTF-8 that another program took for Latin text and saved so</source>
      <translation>别的软件把 UTF-8 认成西文又存了一遍</translation>
    </message>
    <message>
      <source>Ask the sender for a copy saved from the original</source>
      <translation>请对方从原件另存一份</translation>
    </message>
    <message>
      <source>The shapes lie a little beside those of the town</source>
      <translation>图形比镇里的略有偏移</translation>
    </message>
    <message>
      <source>Compare the two before you trust either</source>
      <translation>两边核对后再用</translation>
    </message>
    <message>
      <source>The .shx file is missing; the index was built anew</source>
      <translation>缺 .shx 文件，已重建索引</translation>
    </message>
    <message>
      <source>Ask the sender for all files of the shapefile</source>
      <translation>请对方把同名文件发全</translation>
    </message>
    <message>
      <source>The .dbf file is missing: shapes without any attribute</source>
      <translation>缺 .dbf 文件：只有图形，没有属性</translation>
    </message>
    <message>
      <source>The file ends within a row</source>
      <translation>文件在一行中间断了</translation>
    </message>
    <message>
      <source>The file is cut short</source>
      <translation>文件只有半截</translation>
    </message>
    <message>
      <source>Fewer rows came out than the file promises</source>
      <translation>读出的行比文件声明的少</translation>
    </message>
    <message>
      <source>The file holds no rows</source>
      <translation>文件里没有行</translation>
    </message>
    <message>
      <source>The file is not sound</source>
      <translation>文件有损坏</translation>
    </message>
    <message>
      <source>A line of the file was left out or mended</source>
      <translation>文件有一行被略过或修正</translation>
    </message>
    <message>
      <source>Look at this line in the file</source>
      <translation>看文件里的这一行</translation>
    </message>
    <message>
      <source>Only the first 2000 columns are read</source>
      <translation>只读前 2000 列</translation>
    </message>
    <message>
      <source>Save the sheet as CSV and import that</source>
      <translation>另存为 CSV 再导入</translation>
    </message>
    <message>
      <source>The file&apos;s ending is not what it is</source>
      <translation>扩展名和内容不符</translation>
    </message>
    <message>
      <source>Nothing to do; it was read as what it is</source>
      <translation>不用处理，已按内容读取</translation>
    </message>
    <message>
      <source>The archive holds more files, which are not read</source>
      <translation>压缩包里还有没读的文件</translation>
    </message>
    <message>
      <source>Unpack it and import the others by themselves</source>
      <translation>解压后单独导入</translation>
    </message>
    <message>
      <source>whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>number</source>
      <translation>数</translation>
    </message>
    <message>
      <source>date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>year</source>
      <translation>年份</translation>
    </message>
    <message>
      <source>month and day</source>
      <translation>月日</translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>是/否</translation>
    </message>
    <message>
      <source>two decimals, as issued</source>
      <translation>两位小数，照原数</translation>
    </message>
    <message>
      <source>share, as 1/3</source>
      <translation>份额，如 1/3</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>%1° zone, meridian %2°E</source>
      <translation>%1° 带 %2°E</translation>
    </message>
    <message>
      <source>%1° zone %2</source>
      <translation>%1° 带 %2 号</translation>
    </message>
    <message>
      <source>Control points</source>
      <translation>控制点</translation>
    </message>
    <message>
      <source>GCJ-02, web maps of China</source>
      <translation>GCJ-02（国内网络地图）</translation>
    </message>
    <message>
      <source>, X and Y exchanged</source>
      <translation>，交换 X/Y</translation>
    </message>
    <message>
      <source>There are no published parameters from here to the town: fit it by control points</source>
      <translation>没有公开的转换参数：须用控制点拟合，不能直接换算</translation>
    </message>
    <message>
      <source>Lies within the town</source>
      <translation>落在镇的范围内</translation>
    </message>
    <message>
      <source>Lies %1 from the town</source>
      <translation>离镇 %1</translation>
    </message>
    <message>
      <source>Lies in the town&apos;s zone</source>
      <translation>落在镇所在的带内</translation>
    </message>
    <message>
      <source>Lies outside of the town&apos;s zone</source>
      <translation>落在镇所在的带外</translation>
    </message>
    <message>
      <source>; %1 points, mean error %2 m</source>
      <translation>；%1 个点，中误差 %2 m</translation>
    </message>
    <message>
      <source>sealed</source>
      <translation>加密存放</translation>
    </message>
    <message>
      <source>found by its code in: %1</source>
      <translation>按编码找%1</translation>
    </message>
    <message>
      <source>%1 known words</source>
      <translation>按对照表，%1 个词</translation>
    </message>
    <message>
      <source>The file says so. %1</source>
      <translation>文件所称。%1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MapCard</name>
    <message>
      <source>Close (Esc)</source>
      <translation>关闭（Esc）</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::BookmarkPanel</name>
    <message>
      <source>Add this view</source>
      <translation>添加当前视图</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>转到</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>改名</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>No bookmark yet. Bring the place onto the map and add it.</source>
      <translation>还没有书签。把地图移到要记住的地方，再添加。</translation>
    </message>
    <message>
      <source>Bookmarks</source>
      <translation>书签</translation>
    </message>
    <message>
      <source>Bookmark</source>
      <translation>书签</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::GroundPanel</name>
    <message>
      <source>Nothing lies under the map yet: GeoTIFF, MBTiles or GeoPackage imagery, a model of heights for hillshade and contours, or tiles of a server, kept for offline use.</source>
      <translation>地图下面还没有底图：可加 GeoTIFF、MBTiles、GeoPackage 影像，高程模型（画阴影和等高线），或网络瓦片（看过的存下来，离线可用）。</translation>
    </message>
    <message>
      <source>Contours every</source>
      <translation>等高距</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Ground layers</source>
      <translation>底图</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <source>none</source>
      <translation>不画</translation>
    </message>
    <message>
      <source>Address of tiles</source>
      <translation>瓦片地址</translation>
    </message>
    <message>
      <source>Imagery…</source>
      <translation>影像…</translation>
    </message>
    <message>
      <source>Heights…</source>
      <translation>高程…</translation>
    </message>
    <message>
      <source>Map tiles…</source>
      <translation>网络瓦片…</translation>
    </message>
    <message>
      <source>Opacity %1 %</source>
      <translation>不透明度 %1 %</translation>
    </message>
    <message>
      <source>%1 · heights</source>
      <translation>%1 · 高程</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ImportCheckPage</name>
    <message>
      <source>✓ Nothing is wrong with these rows.</source>
      <translation>✓ 这些行没有问题。</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>解锁…</translation>
    </message>
    <message>
      <source>Findings by row</source>
      <translation>逐行的问题</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>怎么办</translation>
    </message>
    <message>
      <source>%1, %2 of %3</source>
      <translation>%1，%2 / %3</translation>
    </message>
    <message>
      <source>To %1: %2 rows read, %3 new, %4 changed, %5 as they are in the town, %6 skipped</source>
      <translation>归入%1：读到 %2 行，新增 %3，更新 %4，与镇里一致 %5，跳过 %6</translation>
    </message>
    <message>
      <source>Cells that would change: %1</source>
      <translation>将更新的格子：%1</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>▲ The personal records are locked: personal values of %1 rows would be left out. Unlock now to take them, or import the file again later.</source>
      <translation>▲ 个人信息未解锁：%1 行的个人信息不会导入。现在解锁就一起导入，或以后再导一遍。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ImportFieldsPage</name>
    <message>
      <source>What the file is</source>
      <translation>文件是什么</translation>
    </message>
    <message>
      <source>The file is</source>
      <translation>归入</translation>
    </message>
    <message>
      <source>Field mapping</source>
      <translation>字段对应</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>样值</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>去处</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>— say what it is —</source>
      <translation>— 请选择 —</translation>
    </message>
    <message>
      <source>by the mapping kept beside the file</source>
      <translation>按文件旁边存的对应</translation>
    </message>
    <message>
      <source>as the last import of the same columns</source>
      <translation>同上次同样列的导入</translation>
    </message>
    <message>
      <source>recognised by the names and values of the columns</source>
      <translation>按列名和内容认出</translation>
    </message>
    <message>
      <source>guessed; please look</source>
      <translation>是猜的，请看一看</translation>
    </message>
    <message>
      <source>▲ It is not sure what this file is; look at the choice above.</source>
      <translation>▲ 不能确定这是什么资料，请看上面选得对不对。</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>不导入</translation>
    </message>
    <message>
      <source>The row is known by it</source>
      <translation>靠它认出同一条</translation>
    </message>
    <message>
      <source>Target of %1</source>
      <translation>%1 的去处</translation>
    </message>
    <message>
      <source>– left out</source>
      <translation>– 略过</translation>
    </message>
    <message>
      <source>● by hand</source>
      <translation>● 手选</translation>
    </message>
    <message>
      <source>✓ recognised</source>
      <translation>✓ 认出</translation>
    </message>
    <message>
      <source>▲ to confirm</source>
      <translation>▲ 请确认</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ImportFilePage</name>
    <message>
      <source>Choose files…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose a file, or drop one on the window: Excel, CSV, shapefile, GeoPackage, DXF, CASS, VCT, KML, survey text and whatever else GDAL reads. Several files go one after the other; a folder with a load.json is loaded as a whole.</source>
      <translation>选择文件，或把文件拖到窗口上：Excel、CSV、Shapefile、GeoPackage、DXF、CASS、VCT、KML、报部坐标文本，以及 GDAL 能读的其他格式。几个文件会一个接一个；带 load.json 的文件夹整个装入。</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <source>Shapes</source>
      <translation>图形</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Changed on</source>
      <translation>修改时间</translation>
    </message>
    <message>
      <source>To know</source>
      <translation>须知</translation>
    </message>
    <message>
      <source>✓ %1, done</source>
      <translation>✓ %1，已完成</translation>
    </message>
    <message>
      <source>Other files…</source>
      <translation>换文件…</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>有</translation>
    </message>
    <message>
      <source>none, a table</source>
      <translation>没有，是表格</translation>
    </message>
    <message>
      <source>✓ nothing to complain of</source>
      <translation>✓ 没有发现问题</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ImportMap</name>
    <message>
      <source>Where the file would lie</source>
      <translation>文件的落点</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ImportPlacePage</name>
    <message>
      <source>Exchange X and Y</source>
      <translation>交换 X/Y</translation>
    </message>
    <message>
      <source>Control points…</source>
      <translation>控制点…</translation>
    </message>
    <message>
      <source>Another: EPSG:4523</source>
      <translation>另选：EPSG:4523</translation>
    </message>
    <message>
      <source>Another coordinate system</source>
      <translation>另选坐标系</translation>
    </message>
    <message>
      <source>A CSV of points known in the file&apos;s system and in the town&apos;s</source>
      <translation>CSV 文件：在文件坐标系和镇坐标系里都已知的点</translation>
    </message>
    <message>
      <source>First rows</source>
      <translation>前几行</translation>
    </message>
    <message>
      <source>Where it would lie</source>
      <translation>落点预览</translation>
    </message>
    <message>
      <source>%1: %2 of %3 shapes</source>
      <translation>%1：%2 / %3 个图形</translation>
    </message>
    <message>
      <source>shown as it would lie in %1</source>
      <translation>图上按 %1 显示</translation>
    </message>
    <message>
      <source>Encoding: %1, as the format says</source>
      <translation>编码：%1，由格式规定</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>Encoding: the file says %1, its text is another</source>
      <translation>编码：文件写 %1，与内容不符</translation>
    </message>
    <message>
      <source>%1 % legible</source>
      <translation>%1 % 可读</translation>
    </message>
    <message>
      <source>Coordinate system: the file holds no shapes</source>
      <translation>坐标系：文件里没有图形</translation>
    </message>
    <message>
      <source>Coordinate system: judged by the coordinates, not by its name</source>
      <translation>坐标系：按坐标判断，不看名字</translation>
    </message>
    <message>
      <source>to be fitted</source>
      <translation>需拟合</translation>
    </message>
    <message>
      <source>does not fit</source>
      <translation>不合</translation>
    </message>
    <message>
      <source>✓ recommended</source>
      <translation>✓ 推荐</translation>
    </message>
    <message>
      <source>First point as written: %1, %2</source>
      <translation>第一点原值：%1，%2</translation>
    </message>
    <message>
      <source>The first %1 rows in this encoding</source>
      <translation>按这个编码读出的前 %1 行</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ImportWizard</name>
    <message>
      <source>Nothing is written before you confirm step 4</source>
      <translation>到第 4 步确认之前，不写入任何东西</translation>
    </message>
    <message>
      <source>Keep as a mapping file…</source>
      <translation>保存为导入方案…</translation>
    </message>
    <message>
      <source>Cancel Esc</source>
      <translation>取消 Esc</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>正在停止…</translation>
    </message>
    <message>
      <source>Cancelled, nothing was changed</source>
      <translation>已取消，未改动</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Import — %1</source>
      <translation>导入 — %1</translation>
    </message>
    <message>
      <source>%1 rows</source>
      <translation>%1 行</translation>
    </message>
    <message>
      <source>Choose a file first</source>
      <translation>先选择文件</translation>
    </message>
    <message>
      <source>Reading the file…</source>
      <translation>正在读文件…</translation>
    </message>
    <message>
      <source>This file cannot be read</source>
      <translation>这个文件读不了</translation>
    </message>
    <message>
      <source>Say in which coordinate system the file is</source>
      <translation>请选定文件的坐标系</translation>
    </message>
    <message>
      <source>Say what the file is</source>
      <translation>请选定归入哪张表</translation>
    </message>
    <message>
      <source>Still without a column: %1</source>
      <translation>还缺：%1</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>The check has not ended</source>
      <translation>检查还没有完成</translation>
    </message>
    <message>
      <source>There is nothing new in this file</source>
      <translation>文件里没有新的内容</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Encoding and place</source>
      <translation>编码与坐标</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Stop Esc</source>
      <translation>停止 Esc</translation>
    </message>
    <message>
      <source>Close Esc</source>
      <translation>关闭 Esc</translation>
    </message>
    <message>
      <source>Next: %1</source>
      <translation>下一步：%1</translation>
    </message>
    <message>
      <source>Import %1 rows, skip %2</source>
      <translation>导入 %1 行，跳过 %2 行</translation>
    </message>
    <message>
      <source>Checking %1</source>
      <translation>检查 %1</translation>
    </message>
    <message>
      <source>Importing %1</source>
      <translation>导入 %1</translation>
    </message>
    <message>
      <source>Control points</source>
      <translation>控制点</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>表格 (*.csv)</translation>
    </message>
    <message>
      <source>Keep the mapping</source>
      <translation>保存字段对应</translation>
    </message>
    <message>
      <source>Mappings (*.json)</source>
      <translation>字段对应 (*.json)</translation>
    </message>
    <message>
      <source>✓ kept in %1</source>
      <translation>✓ 已存到 %1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MeasurePanel</name>
    <message>
      <source>Distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>面积</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>测量结果</translation>
    </message>
    <message>
      <source>planar, EPSG:%1</source>
      <translation>平面，EPSG:%1</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>ellipsoidal, geodesics</source>
      <translation>椭球面，大地线</translation>
    </message>
    <message>
      <source>Last side</source>
      <translation>最后一段</translation>
    </message>
    <message>
      <source>grid bearing %1</source>
      <translation>坐标方位角 %1</translation>
    </message>
    <message>
      <source>ellipsoidal, national formula of 2008</source>
      <translation>椭球面，2008 年国家公式</translation>
    </message>
    <message>
      <source>Perimeter</source>
      <translation>周长</translation>
    </message>
    <message>
      <source>Click the first corner on the map.</source>
      <translation>在地图上单击第一个点。</translation>
    </message>
    <message>
      <source>An area has three corners at least.</source>
      <translation>面积至少要三个点。</translation>
    </message>
    <message>
      <source>The outline crosses itself: it bounds no area.</source>
      <translation>边线自相交，围不成面积。</translation>
    </message>
    <message>
      <source>On the plane by coordinates; on the ellipsoid without the plane&apos;s distortion. The registered area stays what the certificate says.</source>
      <translation>平面按坐标计算，椭球面不含投影变形；登记面积仍以证载为准。</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MeasureTool</name>
    <message>
      <source>Measure a distance</source>
      <translation>测量距离</translation>
    </message>
    <message>
      <source>Measure an area</source>
      <translation>测量面积</translation>
    </message>
    <message>
      <source>Click adds a corner, double click or Enter ends, Backspace takes the last corner back; Ins adds one at the map&apos;s centre</source>
      <translation>单击加点，双击或回车结束，退格退一点；Ins 在地图中心加点</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ShortcutsDialog</name>
    <message>
      <source>Back to the usual keys</source>
      <translation>恢复默认</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Filter commands</source>
      <translation>筛选命令</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Usually</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>Click a key and press the new one; Backspace leaves the command without a key.</source>
      <translation>单击按键栏，按下新的组合键；退格表示不设快捷键。</translation>
    </message>
    <message>
      <source>Key of %1</source>
      <translation>“%1”的按键</translation>
    </message>
    <message>
      <source>%1 belongs to “%2”; give that another key first.</source>
      <translation>%1 已用于“%2”，先给它换个按键。</translation>
    </message>
  </context>
  <context>
    <name>Drawing</name>
    <message>
      <source>Hatch: dots</source>
      <translation>点状晕线</translation>
    </message>
    <message>
      <source>Hatch: rising</source>
      <translation>右斜晕线</translation>
    </message>
    <message>
      <source>Hatch: falling</source>
      <translation>左斜晕线</translation>
    </message>
    <message>
      <source>Hatch: crossed</source>
      <translation>十字晕线</translation>
    </message>
    <message>
      <source>Hatch: level</source>
      <translation>水平晕线</translation>
    </message>
    <message>
      <source>Rice</source>
      <translation>稻丛</translation>
    </message>
    <message>
      <source>Short dashes</source>
      <translation>短划</translation>
    </message>
    <message>
      <source>Rings</source>
      <translation>圆圈</translation>
    </message>
    <message>
      <source>Tree</source>
      <translation>树木</translation>
    </message>
    <message>
      <source>Shrub</source>
      <translation>灌木</translation>
    </message>
    <message>
      <source>Dots</source>
      <translation>小点</translation>
    </message>
    <message>
      <source>Grass</source>
      <translation>草丛</translation>
    </message>
    <message>
      <source>House</source>
      <translation>房屋</translation>
    </message>
    <message>
      <source>Bus stop</source>
      <translation>公交站</translation>
    </message>
    <message>
      <source>Clinic</source>
      <translation>卫生室</translation>
    </message>
    <message>
      <source>Facility</source>
      <translation>设施</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>图书室</translation>
    </message>
    <message>
      <source>Market</source>
      <translation>市场</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>办事机构</translation>
    </message>
    <message>
      <source>Car park</source>
      <translation>停车场</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人群</translation>
    </message>
    <message>
      <source>Plate</source>
      <translation>号牌底</translation>
    </message>
    <message>
      <source>Police</source>
      <translation>警务</translation>
    </message>
    <message>
      <source>School</source>
      <translation>学校</translation>
    </message>
    <message>
      <source>Public square</source>
      <translation>广场</translation>
    </message>
    <message>
      <source>Waste</source>
      <translation>垃圾点</translation>
    </message>
    <message>
      <source>Workshop</source>
      <translation>车间</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>方形</translation>
    </message>
    <message>
      <source>Circle</source>
      <translation>圆形</translation>
    </message>
    <message>
      <source>Triangle</source>
      <translation>三角形</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>星形</translation>
    </message>
    <message>
      <source>Cross</source>
      <translation>十字</translation>
    </message>
    <message>
      <source>Slanting cross</source>
      <translation>斜十字</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ColourButton</name>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::StylePanel</name>
    <message>
      <source>Style</source>
      <translation>样式</translation>
    </message>
    <message>
      <source>Printed sheets as well, sizes in proportion</source>
      <translation>图纸上同样更改，尺寸按比例</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Back to the house&apos;s style</source>
      <translation>恢复自带样式</translation>
    </message>
    <message>
      <source>Load SLD…</source>
      <translation>载入 SLD…</translation>
    </message>
    <message>
      <source>Save as SLD…</source>
      <translation>另存为 SLD…</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Changes of a rule go to the rules of the same title on printed sheets.</source>
      <translation>对一条规则的更改，同时用于图纸上同名的规则。</translation>
    </message>
    <message>
      <source>Label: %1</source>
      <translation>标注：%1</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::StyleRuleForm</name>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>solid</source>
      <translation>实线</translation>
    </message>
    <message>
      <source>dashed</source>
      <translation>虚线</translation>
    </message>
    <message>
      <source>dotted</source>
      <translation>点线</translation>
    </message>
    <message>
      <source>dashes and dots</source>
      <translation>点划线</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>原样</translation>
    </message>
    <message>
      <source>Fill colour</source>
      <translation>填充颜色</translation>
    </message>
    <message>
      <source>Line colour</source>
      <translation>线颜色</translation>
    </message>
    <message>
      <source>Text colour</source>
      <translation>文字颜色</translation>
    </message>
    <message>
      <source>Shown from this scale</source>
      <translation>从此比例尺起显示</translation>
    </message>
    <message>
      <source>nearest</source>
      <translation>不限</translation>
    </message>
    <message>
      <source>Shown to this scale</source>
      <translation>显示到此比例尺</translation>
    </message>
    <message>
      <source>farthest</source>
      <translation>不限</translation>
    </message>
    <message>
      <source>Line width</source>
      <translation>线宽</translation>
    </message>
    <message>
      <source>Pattern size</source>
      <translation>图案大小</translation>
    </message>
    <message>
      <source>Symbol size</source>
      <translation>符号大小</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Title in legends</source>
      <translation>图例标题</translation>
    </message>
    <message>
      <source>Title in legends: Chinese, a blank, English</source>
      <translation>图例标题：中文、空格、英文</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <source>Dashes</source>
      <translation>线型</translation>
    </message>
    <message>
      <source>Pattern</source>
      <translation>图案</translation>
    </message>
    <message>
      <source>Symbol</source>
      <translation>符号</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>线</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>显示</translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::ReferenceField</name>
    <message>
      <source>name or code</source>
      <translation>名称或编码</translation>
    </message>
  </context>
</TS>
