#include "sample/write.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "geo/error.hpp"
#include "sample/mess.hpp"
#include "sample/source_tables.hpp"
#include "sample/terrain.hpp"

namespace liangdi::sample {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

namespace {

void write_text(const fs::path& file, const std::string& content) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out)
        throw Error("not_writable", "The file cannot be written. Is there room, and is it allowed?",
                    file.string());
}

std::vector<SourceTable> all_tables(const SampleTown& town) {
    std::vector<SourceTable> tables;
    for (auto* part : {town_tables, land_tables, people_tables, document_tables, right_tables, payment_tables,
                       care_tables, office_tables})
        for (SourceTable& t : part(town)) tables.push_back(std::move(t));
    return tables;
}

constexpr const char* elevation_file = "高程.tif";

void write_ground(const SampleTown& town, const fs::path& folder, land::Progress& progress) {
    progress.at(elevation_file, 0, 0);
    exchange::write_elevation(folder / elevation_file, elevation_of(town), geo::Crs::from_text(town.crs));
}

// Tables of one file follow one another; each becomes a layer or a sheet of it.
// `dated`: the day that file headers carry, so that the same town gives the same bytes on every day.
void write_tables(const std::vector<SourceTable>& tables, const std::string& dated, const fs::path& folder,
                  land::Progress& progress) {
    std::int64_t total = 0, done = 0;
    for (const SourceTable& t : tables) total += static_cast<std::int64_t>(t.rows);
    std::optional<exchange::Writer> writer;
    for (std::size_t k = 0; k < tables.size(); ++k) {
        const SourceTable& t = tables[k];
        if (k == 0 || tables[k - 1].file != t.file)
            writer.emplace(folder / t.file, exchange::WriterOptions{t.encoding, dated});
        writer->begin(t.layer);
        for (std::size_t i = 0; i < t.rows; ++i, ++done) {
            if (i % 256 == 0) progress.at(t.file, done, total);
            const SourceRowOut row = t.row(i);
            writer->add(row.cells, row.geometry);
        }
        if (k + 1 == tables.size() || tables[k + 1].file != t.file) writer->close();
    }
    progress.at("load.json", total, total);
}

json source_of(const SourceTable& t, const std::string& prefix) {
    json source{{"file", prefix + t.file}};
    const bool layered = t.file.ends_with(".xlsx") || t.file.ends_with(".gpkg");
    if (layered) source["layer"] = t.layer.name;
    source["encoding"] = t.encoding;
    source["map"] = exchange::to_json(t.mapping);
    return source;
}

json plan_of(const SampleTown& town) {
    return {{"name", town.name},
            {"reference_date", town.reference_date},
            {"crs", town.crs},
            {"passphrase_file", "passphrase.txt"},
            {"sources", json::array()}};
}

constexpr const char* readme =
    "样例镇“平远新城”\r\n"
    "\r\n"
    "本文件夹由程序按随机种子生成，供试用、培训和测试。所有住户、人员、干部、证件号码、电话、权证和合同\r\n"
    "都是虚构的：姓名为编号，证件号码的行政区划代码不存在，电话号码不在任何号段内。界线和面积也不是实测。\r\n"
    "高程.tif 是虚构的地形，梯田沿它的等高线。\r\n"
    "镇的各项合计数取自公开报道。load.json 写明各文件的字段对应；密封资料的口令在 passphrase.txt 中公开。\r\n"
    "\r\n"
    "The sample town \"Pingyuan New Town\"\r\n"
    "\r\n"
    "This folder was generated from a seed, for trying, teaching and testing. All households, persons, "
    "officers,\r\n"
    "identity numbers, telephone numbers, certificates and contracts are invented: names are numbers, "
    "identity\r\n"
    "numbers bear an area code that does not exist, telephone numbers belong to no network. Boundaries and "
    "areas\r\n"
    "were not surveyed. 高程.tif is an invented terrain; the terraces follow its contours. The town's totals "
    "are those of its published account. load.json tells how each file "
    "is\r\n"
    "read; the passphrase of the sealed records is public, in passphrase.txt.\r\n";

void write_frame(const SampleTown& town, const json& plan, const fs::path& folder) {
    write_text(folder / "load.json", plan.dump(1) + "\n");
    write_text(folder / "passphrase.txt", town.passphrase + "\n");
    write_text(folder / "README.txt", readme);
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error("not_writable", "The folder cannot be made: " + failed.message(), folder.string());
}

}  // namespace

void write(const SampleTown& town, const fs::path& folder, land::Progress& progress) {
    make_folder(folder);
    const auto tables = all_tables(town);
    write_tables(tables, town.reference_date, folder, progress);
    write_ground(town, folder, progress);
    json plan = plan_of(town);
    for (const SourceTable& t : tables) plan["sources"].push_back(source_of(t, ""));
    write_frame(town, plan, folder);
}

namespace {

void write_mess(const SampleParams& params, const fs::path& folder, land::Progress& progress) {
    SampleTown town = generate(params);
    Mess mess = plant_mess(town);
    make_folder(folder);
    auto tables = all_tables(town);
    for (SourceTable& t : hand_kept_tables()) tables.push_back(std::move(t));
    apply_to_tables(mess, tables);
    write_tables(tables, town.reference_date, folder, progress);
    write_ground(town, folder, progress);
    json plan = plan_of(town);
    for (const SourceTable& t : tables) plan["sources"].push_back(source_of(t, ""));
    write_frame(town, plan, folder);
    write_received(town, folder, mess);
    write_foreign(town, folder, mess);
    write_truth(mess, folder / "truth.json");
}

}  // namespace

void write(const SampleParams& params, const fs::path& folder, land::Progress& progress) {
    SampleParams one = params;
    one.part = 0;
    if (params.mess && params.scale != 1)
        throw Error("bad_params", "Faults are planted into one town: leave --scale out.");
    if (params.mess) return write_mess(one, folder, progress);
    if (params.scale == 1) return write(generate(one), folder, progress);
    json plan;
    for (; one.part < params.scale; ++one.part) {
        const SampleTown town = generate(one);
        const std::string name = fmt::format("{:03d}/", one.part + 1);
        make_folder(folder / name);
        const auto tables = all_tables(town);
        write_tables(tables, town.reference_date, folder / name, progress);
        write_ground(town, folder / name, progress);
        if (one.part == 0) plan = plan_of(town);
        for (const SourceTable& t : tables) plan["sources"].push_back(source_of(t, name));
        if (one.part + 1 == params.scale) write_frame(town, plan, folder);
    }
}

}  // namespace liangdi::sample
