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
          L30, media/figure.json,                  other
          """)
  void pathHasARole(String row, String path, String role) {
    assertThat(describe(RepositoryLayout.roleOf(path))).isEqualTo(role);
  }

  private static String describe(PathRole role) {
    return switch (role) {
      case PathRole.EntityFile(var key) -> {
        assertThat(RepositoryLayout.roleOf(RepositoryLayout.pathOf(key))).isEqualTo(role);
        yield key.toString();
      }
      case PathRole.SchemaFile(var type) -> "schema of " + type.id();
      case PathRole.Unusable(var type, var problem) -> "unusable " + problem;
      case PathRole.Other() -> "other";
    };
  }
}
