package org.ontodraft.model.merge;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.merge.Offer.Why;
import org.ontodraft.model.merge.SequenceMerge.WhereBothChanged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each choice makes of a field; docs/merge-rules.md has the table. */
public final class FieldChoices {
  private static final String NAME = "name";
  private static final String WIKITEXT = "wikitext";

  private FieldChoices() {}

  /** What each kind of choice would make of a field, but for those that need a value or a key. */
  public static Map<Choice.Kind, Offer<Optional<JsonNode>>> of(FieldDecision field) {
    Map<Choice.Kind, Offer<Optional<JsonNode>>> offers = new EnumMap<>(Choice.Kind.class);
    for (Choice.Kind kind : Choice.Kind.values()) {
      if (kind != Choice.Kind.CUSTOM && kind != Choice.Kind.RECREATE) {
        offers.put(kind, offer(field, Choice.of(kind)));
      }
    }
    return offers;
  }

  /** What a choice would make of a field; empty for no value. */
  public static Offer<Optional<JsonNode>> offer(FieldDecision field, Choice choice) {
    return switch (choice.kind()) {
      case MINE -> available(field.draft());
      case UPSTREAM -> available(field.canonical());
      case BASE -> available(field.base());
      case ABSENT -> available(null);
      case CUSTOM -> available(((Choice.Custom) choice).value());
      case UNION -> union(field);
      case MINE_THEN_UPSTREAM -> both(field, true);
      case UPSTREAM_THEN_MINE -> both(field, false);
      case WORDS -> words(field);
      case FIELDS, DEPRECATE, RECREATE -> new Offer.Unavailable<>(Why.OF_ENTITIES);
    };
  }

  private static Offer<Optional<JsonNode>> available(@Nullable JsonNode value) {
    return new Offer.Available<>(Optional.ofNullable(value));
  }

  private static Offer<Optional<JsonNode>> unavailable(Why why) {
    return new Offer.Unavailable<>(why);
  }

  private static Offer<Optional<JsonNode>> union(FieldDecision field) {
    if (!field.field().isSet()) {
      return unavailable(Why.ONE_VALUE);
    }
    return arrays(field)
        ? available(listed(field.canonical(), field.draft()))
        : unavailable(Why.OTHER_TYPE);
  }

  private static boolean arrays(FieldDecision field) {
    return isArray(field.draft()) && isArray(field.canonical());
  }

  private static boolean isArray(@Nullable JsonNode value) {
    return value != null && value.isArray();
  }

  /** The items of both, each once. */
  private static ArrayNode listed(@Nullable JsonNode first, @Nullable JsonNode second) {
    Set<JsonNode> items = new LinkedHashSet<>();
    for (JsonNode list : new @Nullable JsonNode[] {first, second}) {
      if (list != null) {
        items.addAll(list.values());
      }
    }
    return JsonNodeFactory.instance.arrayNode().addAll(items);
  }

  private static Offer<Optional<JsonNode>> both(FieldDecision field, boolean draftFirst) {
    JsonNode draft = field.draft();
    JsonNode canonical = field.canonical();
    if (field.field().isSet()) {
      return unavailable(Why.NO_ORDER);
    }
    if (draft == null || canonical == null || draft.getNodeType() != canonical.getNodeType()) {
      return unavailable(Why.OTHER_TYPE);
    }
    JsonNode first = draftFirst ? draft : canonical;
    JsonNode second = draftFirst ? canonical : draft;
    if (field.field().kind() == FieldKind.PAGES) {
      return pages(field.base(), first, second);
    }
    if (draft.isArray()) {
      return available(listed(first, second));
    }
    boolean text = field.field().kind() == FieldKind.LONG_TEXT && draft.isString();
    return text ? available(texts(field.base(), first, second)) : unavailable(Why.ONE_VALUE);
  }

  /** Merged by line, and both where both changed: the first's before the second's. */
  private static JsonNode texts(@Nullable JsonNode base, JsonNode first, JsonNode second) {
    String was = base != null && base.isString() ? base.stringValue() : "";
    return JsonNodeFactory.instance.stringNode(
        TextMerge.lines(
                was, first.stringValue(), second.stringValue(), WhereBothChanged.DRAFT_FIRST)
            .orElseThrow());
  }

  /** The pages of both by name, in the order of the first; texts of one name follow each other. */
  private static Offer<Optional<JsonNode>> pages(
      @Nullable JsonNode base, JsonNode first, JsonNode second) {
    Map<String, ObjectNode> pages = new LinkedHashMap<>();
    for (JsonNode list : new JsonNode[] {first, second}) {
      for (JsonNode page : list) {
        if (!(page instanceof ObjectNode object) || !page.path(NAME).isString()) {
          return unavailable(Why.OTHER_TYPE);
        }
        pages.merge(
            page.path(NAME).stringValue(),
            object,
            (earlier, later) -> joined(base, earlier, later));
      }
    }
    return available(JsonNodeFactory.instance.arrayNode().addAll(pages.values()));
  }

  private static ObjectNode joined(@Nullable JsonNode base, ObjectNode first, ObjectNode second) {
    JsonNode mine = first.path(WIKITEXT);
    JsonNode other = second.path(WIKITEXT);
    if (!mine.isString() || !other.isString() || mine.equals(other)) {
      return first;
    }
    JsonNode was = null;
    if (base != null) {
      for (JsonNode page : base) {
        was = Objects.equals(page.path(NAME), first.get(NAME)) ? page.get(WIKITEXT) : was;
      }
    }
    ObjectNode joined = first.deepCopy();
    joined.set(WIKITEXT, texts(was, mine, other));
    return joined;
  }

  private static Offer<Optional<JsonNode>> words(FieldDecision field) {
    JsonNode base = field.base();
    JsonNode draft = field.draft();
    JsonNode canonical = field.canonical();
    FieldKind kind = field.field().kind();
    if (kind != FieldKind.TEXT && kind != FieldKind.LONG_TEXT) {
      return unavailable(Why.NO_TEXT);
    }
    if (base == null || draft == null || canonical == null) {
      return unavailable(Why.OTHER_TYPE);
    }
    if (!base.isString() || !draft.isString() || !canonical.isString()) {
      return unavailable(Why.OTHER_TYPE);
    }
    return TextMerge.words(base.stringValue(), draft.stringValue(), canonical.stringValue())
        .map(text -> available(JsonNodeFactory.instance.stringNode(text)))
        .orElseGet(() -> unavailable(Why.SAME_WORDS));
  }
}
