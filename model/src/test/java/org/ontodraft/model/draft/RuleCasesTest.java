package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Finding;

/** What each rule says, and what it does not say, of the smallest ontologies that show it. */
class RuleCasesTest {
  /** Entities, separated by {@code ;}, and what the rules whose code begins so say of them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          R01 every key field: parent        | missing- | category:A {'parents':['X']} | category:A /parents/0 [category:X]
          R02 required and optional          | missing-r | category:A {'required_properties':['X'],'optional_properties':['Y']} | category:A /optional_properties/0 [property:Y]; category:A /required_properties/0 [property:X]
          R03 subobjects of a category       | missing- | category:A {'required_subobjects':['X'],'optional_subobjects':['Y']} | category:A /optional_subobjects/0 [subobject:Y]; category:A /required_subobjects/0 [subobject:X]
          R04 properties of a subobject      | missing- | subobject:S {'required_properties':['X'],'optional_properties':['Y']} | subobject:S /optional_properties/0 [property:Y]; subobject:S /required_properties/0 [property:X]
          R05 parent property                | missing- | property:P {'parent_property':'X'} | property:P /parent_property [property:X]
          R06 template, with its namespace   | missing- | property:P {'has_display_template':'Template:X/Y'} | property:P /has_display_template [template:X/Y]
          R07 template, without              | missing- | property:P {'has_display_template':'X/Y'} | property:P /has_display_template [template:X/Y]
          R08 template that exists           | missing- | property:P {'has_display_template':'Template:X/Y'}; property:Q {'has_display_template':'X/Y'}; template:X/Y {} |
          R09 values from a category         | missing- | property:P {'Allows_value_from_category':'X'}; property:Q {'allowed_values':{'from_category':'Y'}} | property:P /Allows_value_from_category [category:X]; property:Q /allowed_values/from_category [category:Y]
          R10 categories of a resource       | missing- | resource:A/x {'category':'X','categories':['Y']} | resource:A/x /categories/0 [category:Y]; resource:A/x /category [category:X]
          R11 properties of a resource       | missing- | resource:A/x {'Has_x':'1'} | resource:A/x /Has_x [property:Has_x]
          R12 members of a module            | missing- | module:M {'categories':['C'],'properties':['P'],'subobjects':['S'],'templates':['T'],'dashboards':['D'],'resources':['R'],'dependencies':['N']} | module:M /categories/0 [category:C]; module:M /dashboards/0 [dashboard:D]; module:M /dependencies/0 [module:N]; module:M /properties/0 [property:P]; module:M /resources/0 [resource:R]; module:M /subobjects/0 [subobject:S]; module:M /templates/0 [template:T]
          R13 members of a bundle            | missing- | bundle:B {'modules':['M'],'dashboards':['D']} | bundle:B /dashboards/0 [dashboard:D]; bundle:B /modules/0 [module:M]
          R14 the same key, another type     | missing- | category:A {'parents':['Training']}; module:Training {} | category:A /parents/0 [category:Training]
          L01 reference in another case      | look-alike | category:A {'optional_properties':['has_x']}; property:Has_x {} | category:A /optional_properties/0 [property:has_x, property:Has_x]
          L02 a Cyrillic letter              | look-alike-r | category:A {'parents':['\u0410gent']}; category:Agent {} | category:A /parents/0 [category:{U+0410}gent, category:Agent]
          L03 composed and decomposed        | look-alike-r | category:A {'parents':['Cafe\u0301']}; category:Caf\u00e9 {} | category:A /parents/0 [category:Cafe{U+0301}, category:Caf{U+00E9}]
          L04 keys that look the same        | look-alike-k | category:Agent {}; category:\u0410gent {} | category:Agent  [Agent, {U+0410}gent]; category:\u0410gent  [{U+0410}gent, Agent]
          L05 full width                     | look-alike-k | category:Ab {}; category:\uff21b {} | category:Ab  [Ab, {U+FF21}b]; category:\uff21b  [{U+FF21}b, Ab]
          L06 a property and a category      | look-alike | category:Agent {}; property:\u0410gent {} |
          L07 other letters                  | look-alike | category:\u0411 {}; category:B {} |
          C01 its own parent                 | inheritance | category:A {'parents':['A']} | category:A /parents/0 [A → A]
          C02 three in a ring                | inheritance | category:A {'parents':['B']}; category:B {'parents':['C']}; category:C {'parents':['A']} | category:A /parents/0 [A → B → C → A]; category:B /parents/0 [B → C → A → B]; category:C /parents/0 [C → A → B → C]
          C03 a parent beside the ring       | inheritance | category:A {'parents':['X','B']}; category:B {'parents':['A']}; category:X {} | category:A /parents/1 [A → B → A]; category:B /parents/0 [B → A → B]
          C04 a diamond is no ring           | inheritance | category:A {'parents':['B','C']}; category:B {'parents':['D']}; category:C {'parents':['D']}; category:D {} |
          C05 properties                     | property-c | property:P {'parent_property':'Q'}; property:Q {'parent_property':'P'} | property:P /parent_property [P → Q → P]; property:Q /parent_property [Q → P → Q]
          C06 modules                        | dependency | module:M {'dependencies':['N']}; module:N {'dependencies':['M']} | module:M /dependencies/0 [M → N → M]; module:N /dependencies/0 [N → M → N]
          D01 parent of a parent             | redundant | category:A {}; category:B {'parents':['A']}; category:C {'parents':['A','B']} | category:C /parents/0 [A, B]
          D02 two parents of one root        | redundant | category:A {}; category:B {'parents':['A']}; category:C {'parents':['A']}; category:D {'parents':['B','C']} |
          D03 inherited as optional          | redundant | property:P {}; category:A {'optional_properties':['P']}; category:B {'parents':['A'],'optional_properties':['P']} | category:B /optional_properties/0 [P, A]
          D04 inherited as required          | redundant | property:P {}; category:A {'required_properties':['P']}; category:B {'parents':['A'],'required_properties':['P']} | category:B /required_properties/0 [P, A]
          D05 tightened is not redundant     | redundant | property:P {}; category:A {'optional_properties':['P']}; category:B {'parents':['A'],'required_properties':['P']} |
          D06 loosened                       | loosened | property:P {}; category:A {'required_properties':['P']}; category:M {'parents':['A']}; category:B {'parents':['M'],'optional_properties':['P']} | category:B /optional_properties/0 [P, A]
          D07 a subobject                    | redundant | subobject:S {}; category:A {'optional_subobjects':['S']}; category:B {'parents':['A'],'optional_subobjects':['S']} | category:B /optional_subobjects/0 [S, A]
          P01 unknown datatype               | unknown-d | property:P {'datatype':'Txet'}; property:Q {'datatype':'Text'} | property:P /datatype [Txet]
          P02 a list and a pattern           | exclusive | property:P {'datatype':'Text','allowed_values':['a'],'allowed_pattern':'a'} | property:P /allowed_pattern [allowed_values, allowed_pattern]
          P03 a list and a category          | exclusive | property:P {'datatype':'Page','allowed_values':['a'],'Allows_value_from_category':'A'}; category:A {} | property:P /Allows_value_from_category [allowed_values, Allows_value_from_category]
          P04 an empty list is none          | exclusive | property:P {'datatype':'Text','allowed_values':[],'allowed_pattern':'a'} |
          P05 a value of the wrong kind      | allowed-v | property:P {'datatype':'Number','allowed_values':['1','many']} | property:P /allowed_values/1 [many, Number]
          P06 units of a text                | constraint | property:P {'datatype':'Text','display_units':['kg'],'display_precision':2} | property:P /display_precision [display_precision, Text]; property:P /display_units [display_units, Text]
          P07 units of a quantity            | constraint | property:P {'datatype':'Quantity','display_units':['kg'],'display_precision':2} |
          P08 look-ahead                     | pattern-u | property:P {'allowed_pattern':'(?=a)b'} | property:P /allowed_pattern [(?=a)b, invalid or unsupported Perl syntax: (?=]
          P09 back-reference                 | pattern-u | property:P {'allowed_pattern':'(a)\\\\1'} | property:P /allowed_pattern [(a)\\1, invalid escape sequence: \\1]
          P10 hostile but linear             | pattern | property:P {'datatype':'Text','allowed_pattern':'^(a+)+$'}; resource:A/x {'P':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'} | resource:A/x /P [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab, ^(a+)+$]
          P11 too large                      | pattern-u | property:P {'allowed_pattern':'((a{999}){999})'} | property:P /allowed_pattern [((a{999}){999}), too large when its repetitions are written out]
          V01 required by an ancestor        | missing-v | property:P {}; category:A {'required_properties':['P']}; category:B {'parents':['A']}; resource:B/x {'category':'B'} | resource:B/x /P [P, B]
          V02 required by one of two         | missing-v | property:P {}; category:A {}; category:B {'required_properties':['P']}; resource:B/x {'categories':['A','B']}; resource:B/y {'categories':['A'],'P':'1'} | resource:B/x /P [P, B]
          V03 misspelled is not missing too  | missing-v | property:Has_P {}; category:B {'required_properties':['Has_P']}; resource:B/x {'category':'B','has_p':'1'} |
          V04 a property of no category      | unknown-p | property:P {}; property:Q {}; category:A {'optional_properties':['P']}; resource:A/x {'category':'A','P':'1','Q':'2'} | resource:A/x /Q [Q, A]
          V05 no category, nothing to say    | unknown-p | property:P {}; resource:A/x {'P':'1'} |
          V06 one value                      | too-many | property:P {'cardinality':'single'}; property:Q {'cardinality':'multiple'}; resource:A/x {'P':['1','2'],'Q':['1','2']}; resource:A/y {'P':['1']} | resource:A/x /P [P, 2]
          V07 empty                          | empty | property:P {'datatype':'Text'}; property:Q {}; resource:A/x {'P':'','Q':[]} | resource:A/x /P [P]; resource:A/x /Q [Q]
          V08 not allowed                    | value-not-a | property:P {'allowed_values':['Red','Blue']}; resource:A/x {'P':['Red','red']} | resource:A/x /P/1 [red, P]
          V09 pattern is searched for        | pattern-m | property:P {'allowed_pattern':'[0-9]'}; resource:A/x {'P':'a1b'}; resource:A/y {'P':'ab'} | resource:A/y /P [ab, [0-9]]
          V10 from a category                | value-not-in | property:P {'Allows_value_from_category':'A'}; category:A {}; category:B {'parents':['A']}; resource:A/One_two {'category':'A'}; resource:B/Three {'category':'B'}; resource:X/x {'P':['One two','A/One_two','Three','Four']} | resource:X/x /P/3 [Four, A]
          V11 no resource of it yet          | value-not-in | property:P {'Allows_value_from_category':'A'}; category:A {}; resource:X/x {'P':'Four'} |
          V12 unique                         | value-not-u | property:P {'unique_values':true}; property:Q {}; resource:A/x {'P':'1','Q':'1'}; resource:A/y {'P':['2','1'],'Q':'1'} | resource:A/x /P [1, resource:A/y]; resource:A/y /P/1 [1, resource:A/x]
          B01 labels but for case            | duplicate-l | category:A {'label':'Person'}; category:B {'label':'person '}; property:C {'label':'Person'} | category:A /label [Person, category:B]; category:B /label [person , category:A]
          B02 nested keys without a label    | duplicate-l | resource:A/x {}; resource:B/x {} |
          B03 nested keys with one           | duplicate-l | resource:A/x {'label':'Ex'}; resource:B/y {'label':'Ex'} | resource:A/x /label [Ex, resource:B/y]; resource:B/y /label [Ex, resource:A/x]
          M01 needed from elsewhere          | missing-d | category:A {}; category:B {'parents':['A']}; module:Core {'categories':['A']}; module:M {'categories':['B'],'dependencies':['X']}; module:X {} | module:M /categories/0 [category:A, category:B, Core]
          M02 through another module         | missing-d | category:A {}; category:B {'parents':['A']}; module:Core {'categories':['A']}; module:M {'categories':['B'],'dependencies':['X']}; module:X {'dependencies':['Core']} |
          M03 nobody names dependencies      | missing-d | category:A {}; category:B {'parents':['A']}; module:Core {'categories':['A']}; module:M {'categories':['B']} |
          M04 in no module                   | incomplete-m | property:P {}; property:Q {}; category:B {'optional_properties':['P']}; module:M {'categories':['B'],'properties':['Q']} | module:M /categories/0 [property:P, category:B]
          M05 properties are never listed    | incomplete-m | property:P {}; category:B {'optional_properties':['P']}; module:M {'categories':['B']} |
          M06 a bundle without a dependency  | incomplete-b | module:M {'dependencies':['N']}; module:N {'dependencies':['O']}; module:O {}; bundle:B {'modules':['M','O']} | bundle:B /modules/0 [N, M]
          M07 orphans                        | orphaned | category:A {'optional_properties':['P']}; property:P {}; property:Q {}; template:T {}; resource:A/x {'category':'A'}; module:M {'categories':['A']} | property:Q  []; template:T  []
          M08 no module at all               | orphaned | category:A {} |
          M09 brought by a bundle            | orphaned | dashboard:D {}; dashboard:E {}; module:M {}; bundle:B {'dashboards':['D']} | dashboard:E  []
          """)
  void says(String row, String codes, String entities, @Nullable String expected) {
    List<Finding> findings =
        everything(entities.split("; ")).stream()
            .filter(finding -> finding.rule().startsWith(codes))
            .toList();
    assertThat(
            findings.stream()
                .map(f -> f.key() + " " + f.pointer() + " " + f.arguments())
                .sorted()
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  /** Values that each datatype takes, then some that it does not. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Annotation URI         | urn:isbn:0451450523, https://example.org/a | example
          Boolean                | true, No, 1                                | maybe
          Code                   | x = 1;                                     |
          Date                   | 2026-11-22, 22 November 2026, 1999         | yesterday
          Email                  | a.b@example.org, mailto:a@b.de             | a at b, @b
          External identifier    | 0000-0002-1825-0097                        |
          Geographic coordinates | 52.5, 13.4; 52°31′N 13°24′E                | Berlin
          Keyword                | any word                                   |
          Monolingual text       | Hund@de, dog@en-GB                         | Hund
          Number                 | 1, -2.5e3, 1,200.50                        | 12 kg, one
          Page                   | John Doe, Person/John_doe                  | [[John]], a{b
          Quantity               | 12 kg, $ 5, 3                              | heavy
          Record                 | a; b                                       |
          Reference              | a; b                                       |
          Telephone number       | +49 30 123456, (030) 12-34 x 5             | none
          Temperature            | 20 °C, 293.15 K                            | warm
          Text                   | anything                                   |
          URL                    | https://example.org, mailto:a@b.org        | example.org page
          """)
  void holdsValuesToTheirDatatype(String datatype, String good, @Nullable String bad) {
    String property = "property:P {'datatype':'" + datatype + "'}";
    for (String value : values(datatype, good)) {
      assertThat(wrong(property, value)).as(value).isEmpty();
    }
    for (String value : bad == null ? new String[0] : bad.split(", ")) {
      assertThat(wrong(property, value)).as(value).hasSize(1);
    }
  }

  private static String[] values(String datatype, String texts) {
    return datatype.equals("Geographic coordinates") ? texts.split("; ") : texts.split(", ");
  }

  private static List<Finding> wrong(String property, String value) {
    return everything(property, "resource:A/x {'P':'" + value + "'}").stream()
        .filter(finding -> finding.rule().equals("wrong-datatype"))
        .toList();
  }

  @Test
  void aRingOfThousandsEnds() {
    List<String> entities = new ArrayList<>();
    int size = 3_000;
    for (int i = 0; i < size; i++) {
      entities.add("category:C" + i + " {'parents':['C" + (i + 1) % size + "']}");
    }
    List<Finding> cycle =
        everything(entities.toArray(String[]::new)).stream()
            .filter(finding -> finding.rule().equals("inheritance-cycle"))
            .toList();
    assertThat(cycle).hasSize(size);
    assertThat(cycle.getFirst().arguments().getFirst()).hasSizeLessThan(200);
  }

  private static List<Finding> everything(String... entities) {
    DraftOverlay overlay = DraftOverlay.of(Snapshots.of(entities), List.of());
    return DraftValidation.everything(overlay, RepositorySchemas.compile(Map.of()));
  }
}
