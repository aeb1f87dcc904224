package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;

/** One entity in JSON and in both generations of wikitext is one document. */
class SpellingsTest {
  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            "S01 category",
            "category:Person",
            """
            {"id": "Person", "label": "Person", "description": "A human, or nearly",
             "parents": ["Agent", "Living_thing"],
             "required_properties": ["Has_first_name"],
             "optional_properties": ["Has_birthday", "Has_eRA_ID"],
             "required_subobjects": ["Address"],
             "optional_subobjects": ["Has_training_record"]}
            """,
            """
            [[Has description::A human, or nearly]]
            [[Has parent category::Category:Agent]]
            [[Has parent category::Category:Living thing]]
            [[Has required property::Property:Has first name]]
            [[Has optional property::Property:Has birthday]]
            [[Has optional property::Property:Has eRA ID]]
            [[Has required subobject::Subobject:Address]]
            [[Has optional subobject::Subobject:Has training record]]
            """,
            """
            {{Category
            |has_description=A human, or nearly
            |has_parent_category=Agent, Living thing
            |has_required_property=Has first name
            |has_optional_property=Has birthday, Has eRA ID
            |has_required_subobject=Address
            |has_optional_subobject=Has training record
            }}
            """),
        row(
            "S02 label and case",
            "category:eRA_thing",
            """
            {"id": "eRA_thing", "label": "eRA Thing!", "description": ""}
            """,
            """
            [[Display label::eRA Thing!]]
            """,
            """
            {{Category|display_label=eRA Thing!}}
            """),
        row(
            "S03 property with everything",
            "property:Has_eRA_commons_ID",
            """
            {"id": "Has_eRA_commons_ID", "label": "eRA ID", "description": "An id",
             "datatype": "Quantity", "cardinality": "multiple",
             "parent_property": "Has_ID",
             "allowed_values": ["One", "Two words"],
             "allowed_pattern": "^[A-Z]{2}(a|b)$",
             "allowed_value_list": "Kinds of id",
             "Allows_value_from_category": "Person",
             "display_units": ["mm", "km/h"],
             "display_precision": 2,
             "unique_values": true,
             "has_display_template": "Property/Id_box"}
            """,
            """
            [[Has type::Quantity]]
            [[Has description::An id]]
            [[Display label::eRA ID]]
            [[Allows multiple values::true]]
            [[Allows value::One]]
            [[Allows value::Two words]]
            [[Allows value from category::Category:Person]]
            [[Allows pattern::^[A-Z]{2}(a|b)$]]
            [[Allows value list::Kinds of id]]
            [[Display units::mm]]
            [[Display units::km/h]]
            [[Display precision::2]]
            [[Has unique values::true]]
            [[Has template::Template:Property/Id box]]
            [[Subproperty of::Property:Has ID]]
            """,
            """
            {{Property
            |has_description=An id
            |has_type=Quantity
            |display_label=eRA ID
            |allows_multiple_values=Yes
            |allows_value=One, Two words
            |allows_value_from_category=Person
            |allows_pattern=^[A-Z]{2}(a|b)$
            |allows_value_list=Kinds of id
            |display_units=mm, km/h
            |display_precision=2
            |has_unique_values=Yes
            |has_template=Property/Id box
            |subproperty_of=Has ID
            }}
            """),
        row(
            "S04 property with little",
            "property:Has_name",
            """
            {"id": "Has_name", "label": "Has name", "description": "", "datatype": "Text",
             "cardinality": "single"}
            """,
            """
            [[Has type::Text]]
            """,
            """
            {{Property
            |has_type=Text
            |allows_value=
            }}
            """),
        row(
            "S05 subobject",
            "subobject:Address",
            """
            {"id": "Address", "label": "Postal address", "description": "Where",
             "required_properties": ["Has_street"], "optional_properties": ["Has_floor"]}
            """,
            """
            [[Has description::Where]]
            [[Display label::Postal address]]
            [[Has required property::Property:Has street]]
            [[Has optional property::Property:Has floor]]
            """,
            """
            {{Subobject
            |has_description=Where
            |display_label=Postal address
            |has_required_property=Has street
            |has_optional_property=Has floor
            }}
            """),
        row(
            "S06 resource",
            "resource:SOP/Hood",
            """
            {"id": "SOP/Hood", "description": "Use of hoods", "categories": ["SOP", "Safe_thing"],
             "Has_SOP_type": "Safety", "Has_eRA_commons_ID": "x=1|2",
             "wikitext": "== Steps ==\\n# One\\n\\n# Two"}
            """,
            """
            [[Has description::Use of hoods]]
            [[Has SOP type::Safety]]
            [[Has eRA commons ID::x=1|2]]
            """,
            """
            {{SOP
            |has_description=Use of hoods
            |has_SOP_type=Safety
            |has_eRA_commons_ID=x=1|2
            }}
            """),
        row(
            "S07 dashboard root",
            "dashboard:Desk",
            """
            {"id": "Desk", "label": "The desk", "description": "Work",
             "pages": [{"name": "", "wikitext": "== Steps ==\\n# One\\n\\n# Two"}]}
            """,
            """
            [[Has description::Work]]
            [[Display label::The desk]]
            """,
            """
            {{Dashboard
            |has_description=Work
            |display_label=The desk
            }}
            """),
        row(
            "S08 fields no type knows",
            "category:Thing",
            """
            {"id": "Thing", "label": "Thing", "description": "t", "Has_colour": "red",
             "Sorts_by": "Has name"}
            """,
            """
            [[Has description::t]]
            [[Has colour::red]]
            [[Sorts by::Has name]]
            """,
            """
            {{Category
            |has_description=t
            |has_colour=red
            |sorts_by=Has name
            }}
            """));
  }

  private static Arguments row(
      String id, String key, String json, String annotations, String template) {
    return Arguments.of(id, key, json, annotations, template);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void oneDocument(String id, String key, String json, String annotations, String template) {
    EntityKey entity = Snapshots.key(key);
    EntityDocument expected = decode(entity, FileFormat.JSON, json);
    String tail = tail(entity);

    assertThat(decode(entity, FileFormat.WIKITEXT, page(annotations) + tail)).isEqualTo(expected);
    assertThat(decode(entity, FileFormat.WIKITEXT, page(template) + tail)).isEqualTo(expected);
    assertThat(decode(entity, FileFormat.WIKITEXT, (page(template) + tail).replace("\n", "\r\n")))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void writtenAnew(String id, String key, String json, String annotations, String template) {
    EntityKey entity = Snapshots.key(key);
    EntityDocument document = decode(entity, FileFormat.JSON, json);
    for (String sibling : List.of(page(annotations), page(template))) {
      EncodeResult result =
          EntityCodec.of(FileFormat.WIKITEXT)
              .encode(entity, null, document, Pages.file("categories/X.wikitext", sibling));

      assertThat(result).isInstanceOf(EncodeResult.Encoded.class);
      String written = ((EncodeResult.Encoded) result).texts().firstEntry().getValue();
      assertThat(decode(entity, FileFormat.WIKITEXT, written)).isEqualTo(document);
      assertThat(written.contains("::")).isEqualTo(sibling.contains("::"));
    }
  }

  private static String page(String block) {
    return "<!-- OntologySync Start -->\n" + block + "<!-- OntologySync End -->\n";
  }

  private static String tail(EntityKey key) {
    String text = "\n== Steps ==\n# One\n\n# Two\n";
    return switch (key.type()) {
      case RESOURCE ->
          "[[Category:SOP]]\n[[Category:OntologySync-managed-resource]]\n[[Category:Safe thing]]\n"
              + text;
      case DASHBOARD ->
          "[[Category:Dashboard]]\n[[Category:OntologySync-managed-dashboard]]\n" + text;
      default -> "[[Category:OntologySync-managed]]\n";
    };
  }

  private static EntityDocument decode(EntityKey key, FileFormat format, String text) {
    String path = RepositoryLayout.pathOf(key, format);
    List<FileBytes> files = new ArrayList<>();
    files.add(new FileBytes(path, "", text.getBytes(UTF_8)));
    DecodeResult result = EntityCodec.of(format).decode(key, files);
    assertThat(result).isInstanceOf(DecodeResult.Decoded.class);
    return ((DecodeResult.Decoded) result).document();
  }
}
