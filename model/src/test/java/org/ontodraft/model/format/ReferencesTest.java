package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityKey;

class ReferencesTest {
  static Stream<Arguments> documents() {
    return Stream.of(
        row(
            "R01 category",
            "category:Person",
            """
            {"optional_subobjects": ["Address"], "required_properties": ["Has_a", "Has_b"],
             "parents": ["Agent", "Thing"], "optional_properties": ["Has_c"],
             "required_subobjects": ["Name"]}\
            """,
            "/parents 0 category:Agent",
            "/parents 1 category:Thing",
            "/required_properties 0 property:Has_a",
            "/required_properties 1 property:Has_b",
            "/optional_properties 0 property:Has_c",
            "/required_subobjects 0 subobject:Name",
            "/optional_subobjects 0 subobject:Address"),
        row(
            "R02 property",
            "property:Has_a",
            """
            {"parent_property": "Has_b", "Allows_value_from_category": "Person",
             "has_display_template": "Template:Property/Page", "allowed_values": ["Person"]}\
            """,
            "/parent_property 0 property:Has_b",
            "/Allows_value_from_category 0 category:Person",
            "/has_display_template 0 template:Property/Page"),
        row(
            "R03 values from a category",
            "property:Has_a",
            "{\"allowed_values\": {\"from_category\": \"Person\"}}",
            "/allowed_values/from_category 0 category:Person"),
        row(
            "R04 module",
            "module:Core",
            """
            {"categories": ["A"], "properties": ["Has_a"], "subobjects": ["S"],
             "templates": ["Template:T", "U"], "dashboards": ["D"], "resources": ["A/r"],
             "dependencies": ["Base"]}\
            """,
            "/categories 0 category:A",
            "/properties 0 property:Has_a",
            "/subobjects 0 subobject:S",
            "/templates 0 template:T",
            "/templates 1 template:U",
            "/dashboards 0 dashboard:D",
            "/resources 0 resource:A/r",
            "/dependencies 0 module:Base"),
        row(
            "R05 bundle",
            "bundle:Default",
            "{\"modules\": [\"Core\"], \"dashboards\": [\"D\"]}",
            "/modules 0 module:Core",
            "/dashboards 0 dashboard:D"),
        row(
            "R06 resource",
            "resource:Person/John",
            """
            {"id": "Person/John", "label": "John", "category": "Person",
             "categories": ["Person", "Author"], "Has_name": "John", "Has~x": 1, "wikitext": "",
             "media_refs": [], "$schema": "x", "_note": 1, "a/b": 2}\
            """,
            "/category 0 category:Person",
            "/categories 0 category:Person",
            "/categories 1 category:Author",
            "/Has_name 0 property:Has_name",
            "/Has~0x 0 property:Has~x"),
        row(
            "R07 names that cannot be keys",
            "category:Person",
            "{\"parents\": [\"\", \"a/b\", \"Agent\", \"..\", \"con\"]}",
            "/parents 2 category:Agent"),
        row(
            "R08 subobject",
            "subobject:S",
            "{\"optional_properties\": [\"Has_a\", \"Has_a\"]}",
            "/optional_properties 0 property:Has_a",
            "/optional_properties 1 property:Has_a"),
        row("R09 nothing", "template:T", "{\"wikitext\": \"[[Category:Person]]\"}"));
  }

  private static Arguments row(String row, String key, String json, String... references) {
    return Arguments.of(row, key, json, List.of(references));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void documentMakesReferences(String row, String key, String json, List<String> references) {
    EntityKey source = EntityKey.parse(key).orElseThrow();

    assertThat(References.of(source, JsonCodec.parse(json)))
        .allMatch(reference -> reference.source().equals(source))
        .extracting(r -> r.pointer() + " " + r.position() + " " + r.target())
        .containsExactlyElementsOf(references);
  }
}
