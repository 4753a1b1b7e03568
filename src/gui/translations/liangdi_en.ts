<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
  <context>
    <name>liangdi::gui::AtlasForm</name>
    <message numerus="yes">
      <source>All %n page(s)</source>
      <translation>
        <numerusform>The only page</numerusform>
        <numerusform>All %n pages</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::FeaturePage</name>
    <message numerus="yes">
      <source>%n selected; the first is shown</source>
      <translation>
        <numerusform>%n selected; the first is shown</numerusform>
        <numerusform>%n selected; the first is shown</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n household(s)</source>
      <translation>
        <numerusform>%n household</numerusform>
        <numerusform>%n households</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::HouseholdCard</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n persons</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n parcel(s)</source>
      <translation>
        <numerusform>%n parcel</numerusform>
        <numerusform>%n parcels</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MainWindow</name>
    <message numerus="yes">
      <source>Selected %n feature(s)</source>
      <translation>
        <numerusform>Selected %n feature</numerusform>
        <numerusform>Selected %n features</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The check found %n finding(s)</source>
      <translation>
        <numerusform>The check found %n finding</numerusform>
        <numerusform>The check found %n findings</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>✓ %n link(s) made in one step; Ctrl+Z takes all of them back.</source>
      <translation>
        <numerusform>✓ %n link made in one step; Ctrl+Z takes it back.</numerusform>
        <numerusform>✓ %n links made in one step; Ctrl+Z takes all of them back.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::MatchForm</name>
    <message numerus="yes">
      <source>Link %n ticked line(s)</source>
      <translation>
        <numerusform>Link %n ticked line</numerusform>
        <numerusform>Link %n ticked lines</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::PersonalPanel</name>
    <message numerus="yes">
      <source>%n member(s) under 14 or of unknown age are left out.</source>
      <translation>
        <numerusform>%n member under 14 or of unknown age is left out.</numerusform>
        <numerusform>%n members under 14 or of unknown age are left out.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>liangdi::gui::SheetsMode</name>
    <message numerus="yes">
      <source>✓ %n page(s) in %1</source>
      <translation>
        <numerusform>✓ %n page in %1</numerusform>
        <numerusform>✓ %n pages in %1</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n subject(s) kept from the run before</source>
      <translation>
        <numerusform>%n subject kept from the run before</numerusform>
        <numerusform>%n subjects kept from the run before</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) printed</source>
      <translation>
        <numerusform>%n page printed</numerusform>
        <numerusform>%n pages printed</numerusform>
      </translation>
    </message>
  </context>
</TS>
