package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.format.RepositoryLayout.PathRole;

class RepositoryLayoutTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          L01, categories/Person.json,             category:Person
          L02, properties/Has_name.json,           property:Has_name
          L03, subobjects/Address.json,            subobject:Address
          L04, modules/Core.json,                  module:Core
          L05, bundles/Default.json,               bundle:Default
          L06, templates/Property/Page.json,       template:Property/Page
          L07, dashboards/Core_overview.json,      dashboard:Core_overview
          L08, resources/Person/John_doe.json,     resource:Person/John_doe
          L09, resources/A/versions/b.json,        resource:A/versions/b
          L10, categories/v1.2.json,               category:v1.2
          L11, categories/_schema.json,            schema of category
          L12, templates/_schema.json,             schema of template
          L13, resources/Person/_schema.json,      other
          L14, modules/Core/versions/1.0.0.json,   other
          L15, modules/versions.json,              module:versions
          L16, modules/Core/old/1.json,            unusable NESTED
          L17, categories/.gitkeep,                other
          L18, categories/Person.txt,              other
          L19, categories/Person.JSON,             other
          L20, Categories/Person.json,             other
          L21, README.json,                        other
          L22, categories,                         other
          L23, categories/aux.json,                unusable RESERVED_NAME
          L24, categories/NUL.old.json,            unusable RESERVED_NAME
          L25, categories/a..json,                 unusable RESERVED_NAME
          L26, resources/../x.json,                unusable RESERVED_NAME
          L27, resources//x.json,                  unusable EMPTY
          L28, categories/.json,                   unusable EMPTY
          L29, categories/a\\b.json,               unusable CHARACTER
          L30, media/figure.json,                  media:figure
          L31, media/figure.v2.PNG,                image figure.v2.PNG
          L32, media/sub/figure.png,               other
          L33, media/figure.tiff,                  other
          L34, media/.png,                         other
          W01, categories/Person.wikitext,         category:Person
          W02, resources/SOP/Old/Hood.wikitext,    resource:SOP/Old/Hood
          W03, templates/Property/Page.wikitext,   template:Property/Page
          W04, dashboards/Core.wikitext,           dashboard:Core
          W05, dashboards/Core/Setup.wikitext,     page Setup of dashboard:Core
          W06, dashboards/Core/Set/up.wikitext,    page Set/up of dashboard:Core
          W07, dashboards/Core/versions/1.wikitext, page versions/1 of dashboard:Core
          W08, dashboards/Core/.x.wikitext,        unusable RESERVED_NAME
          W09, dashboards/Core/Setup.json,         unusable NESTED
          W10, modules/Core.wikitext,              wrong format of module
          W11, bundles/All.wikitext,               wrong format of bundle
          W12, categories/A/B.wikitext,            unusable NESTED
          """)
  void pathHasARole(String row, String path, String role) {
    assertThat(describe(RepositoryLayout.roleOf(path))).isEqualTo(role);
  }

  private static String describe(PathRole role) {
    return switch (role) {
      case PathRole.EntityFile(var key) -> {
        for (FileFormat format : FileFormat.values()) {
          if (format.keeps(key.type())) {
            assertThat(RepositoryLayout.roleOf(RepositoryLayout.pathOf(key, format)))
                .isEqualTo(role);
          }
        }
        yield key.toString();
      }
      case PathRole.PageFile(var key, var page) -> {
        String path = RepositoryLayout.pathOfPage(key, page);
        assertThat(RepositoryLayout.roleOf(path)).isEqualTo(role);
        assertThat(RepositoryLayout.pageOf(key, path)).isEqualTo(page);
        yield "page " + page + " of " + key;
      }
      case PathRole.WrongFormat(var type) -> "wrong format of " + type.id();
      case PathRole.MediaFile(var name) -> "image " + name;
      case PathRole.SchemaFile(var type) -> "schema of " + type.id();
      case PathRole.Unusable(var type, var problem) -> "unusable " + problem;
      case PathRole.Other() -> "other";
    };
  }
}
