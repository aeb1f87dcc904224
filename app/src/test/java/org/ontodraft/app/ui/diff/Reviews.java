package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.FileReview;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.patch.JsonPatch;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reviews made from two files, without a draft. */
final class Reviews {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Reviews() {}

  /** The review of an entity whose file was and is this; empty for no file. */
  static EntityReview of(String key, String before, String after) {
    EntityKey entity = EntityKey.parse(key).orElseThrow();
    EntityDocument base = read(before);
    EntityDocument mine = read(after);
    EntityStatus status = EntityStatus.MODIFIED;
    if (base == null) {
      status = EntityStatus.ADDED;
    } else if (mine == null) {
      status = EntityStatus.DELETED;
    }
    EntityDocument labelled = mine == null ? base : mine;
    return new EntityReview(
        entity,
        status,
        labelled == null ? entity.key() : labelled.label().orElse(entity.key()),
        EntityDiff.between(entity.type(), base, mine),
        List.of(FileReview.of(RepositoryLayout.pathOf(entity), before, after)),
        JsonPatch.between(base, mine).toReadableJson(),
        null,
        List.of());
  }

  /** The file before, put together from a review. */
  static String before(EntityReview review) {
    return review.fileLines().stream()
        .filter(line -> line.side() != Side.MINE_ONLY)
        .map(line -> line.text() + "\n")
        .collect(Collectors.joining());
  }

  private static @Nullable EntityDocument read(String file) {
    return file.isEmpty() ? null : EntityDocument.of((ObjectNode) JSON.readTree(file));
  }

  /** One entity of each kind of change, with every kind of value. */
  static List<EntityReview> sample() {
    List<EntityReview> reviews = new ArrayList<>();
    reviews.add(
        of(
            "category:Person",
            """
            {
              "id": "Person",
              "label": "Person",
              "description": "A human person involved in research activities",
              "parents": ["Agent"],
              "required_properties": ["Has_first_name", "Has_last_name"],
              "optional_properties": ["Has_birthday", "Has_middle_name"],
              "required_subobjects": [],
              "optional_subobjects": ["Has_access_record", "Has_training_record"]
            }
            """,
            """
            {
              "id": "Person",
              "label": "Person",
              "description": "A human person involved in research or teaching",
              "parents": ["Agent"],
              "required_properties": ["Has_first_name", "Has_last_name", "Has_email"],
              "optional_properties": ["Has_middle_name", "Has_alternate_email", "Has_orcid"],
              "required_subobjects": [],
              "optional_subobjects": ["Has_access_record", "Has_training_record", "Has_organizational_role"]
            }
            """));
    reviews.add(
        of(
            "category:Researcher",
            """
            {
              "id": "Researcher",
              "label": "Researcher",
              "description": "Someone who does research",
              "optional_properties": ["Has_orcid", "Has_skill"]
            }
            """,
            """
            {
              "id": "Researcher",
              "label": "Researcher",
              "description": "Someone who does research",
              "optional_properties": ["Has_skill"]
            }
            """));
    reviews.add(
        of(
            "property:Has_alternate_email",
            "",
            """
            {
              "id": "Has_alternate_email",
              "label": "Alternate e-mail",
              "description": "Another address that reaches the same person",
              "datatype": "Email",
              "cardinality": "multiple"
            }
            """));
    reviews.add(
        of(
            "property:Has_birthday",
            """
            {
              "id": "Has_birthday",
              "label": "Birthday",
              "description": "The day somebody was born",
              "datatype": "Date",
              "cardinality": "single"
            }
            """,
            ""));
    reviews.add(
        of(
            "property:Has_orcid",
            """
            {
              "id": "Has_orcid",
              "label": "ORCID",
              "datatype": "Text",
              "cardinality": "single",
              "display_precision": 2
            }
            """,
            """
            {
              "id": "Has_orcid",
              "label": "ORCID iD",
              "datatype": "External identifier",
              "cardinality": "single",
              "unique_values": true,
              "allowed_pattern": ""
            }
            """));
    reviews.add(
        of(
            "template:Property/Email",
            """
            {
              "id": "Property/Email",
              "label": "Email",
              "wikitext": "<includeonly>\\n{{#if: {{{value|}}}\\n| [mailto:{{{value}}} {{{value}}}]\\n|}}\\n</includeonly>\\n<noinclude>\\nShows an address.\\nUsed by Has_email.\\nKept short.\\nNo colours.\\n[[Category:Templates]]\\n</noinclude>"
            }
            """,
            """
            {
              "id": "Property/Email",
              "label": "Email",
              "wikitext": "<includeonly>\\n{{#if: {{{value|}}}\\n| <span>[mailto:{{{value}}} {{{value}}}]</span>\\n|}}\\n</includeonly>\\n<noinclude>\\nShows an address.\\nUsed by Has_email.\\nKept short.\\nNo colours.\\n[[Category:Templates]]\\n[[Category:Addresses]]\\n</noinclude>"
            }
            """));
    return reviews;
  }

  /** What there is to show of these reviews; nothing of it can go back. */
  static ReviewContent content(List<EntityReview> reviews) {
    Map<EntityType, Integer> totals = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      totals.put(type, type == EntityType.PROPERTY ? 118 : 22);
    }
    return new ReviewContent(reviews, totals, null, null, false, Map.of(), Map.of());
  }
}
