package org.ontodraft.model.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.WikitextBlock.Entry;
import org.ontodraft.model.format.WikitextBlock.Style;
import org.ontodraft.model.ontology.SourceProblem.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the document of a page, as the JSON of the same entity would have it. */
final class WikitextReader {
  static final String LABEL = "label";
  static final String DESCRIPTION = "description";
  static final String CARDINALITY = "cardinality";
  static final String CATEGORIES = "categories";
  static final String WIKITEXT = "wikitext";
  static final String PAGES = "pages";
  static final String NAME = "name";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final EntityKey key;
  private final WikitextPage page;
  private final Map<String, JsonNode> members = new LinkedHashMap<>();

  private WikitextReader(EntityKey key, WikitextPage page) {
    this.key = key;
    this.page = page;
  }

  /**
   * The document of an entity's page, in the order its type lists the fields; a dashboard has its
   * root page only.
   */
  static ObjectNode read(EntityKey key, WikitextPage page) throws UnreadableFileException {
    return new WikitextReader(key, page).document();
  }

  /** What a page says of every entity but a resource when it states nothing. */
  static ObjectNode implied(EntityKey key) {
    ObjectNode implied = NODES.objectNode();
    implied.put(LABEL, WikitextFields.defaultLabel(key));
    implied.put(DESCRIPTION, "");
    if (key.type() == EntityType.PROPERTY) {
      implied.put(CARDINALITY, "single");
    }
    return implied;
  }

  /** A document without what no page can state and with what every page says. */
  static EntityDocument settle(EntityKey key, EntityDocument document) {
    EntityDocument settled = document;
    for (Map.Entry<String, JsonNode> member : document.json().properties()) {
      JsonNode value = member.getValue();
      boolean nothing = value.isString() ? value.stringValue().isEmpty() : value.isEmpty();
      boolean text = member.getKey().equals(WIKITEXT) && key.type() == EntityType.TEMPLATE;
      if (nothing && (value.isString() || value.isArray()) && !text) {
        settled = settled.with(key.type(), member.getKey(), null);
      }
    }
    if (key.type() != EntityType.RESOURCE) {
      for (Map.Entry<String, JsonNode> member : implied(key).properties()) {
        if (settled.get(member.getKey()) == null) {
          settled = settled.with(key.type(), member.getKey(), member.getValue());
        }
      }
    }
    return settled;
  }

  /** The document of a template, whose file is its wikitext. */
  static ObjectNode template(EntityKey key, String wikitext) {
    ObjectNode document = NODES.objectNode();
    document.put("id", RepositoryLayout.idOf(key));
    document.setAll(implied(key));
    return document.put(WIKITEXT, wikitext);
  }

  /** The text a file without a block stands for: without the line break at its end. */
  static String rawText(String source) {
    return source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
  }

  private ObjectNode document() throws UnreadableFileException {
    members.put("id", NODES.stringNode(RepositoryLayout.idOf(key)));
    if (key.type() != EntityType.RESOURCE) {
      implied(key).properties().forEach(m -> members.put(m.getKey(), m.getValue()));
    }
    if (page.block().isPresent()) {
      block(page.block().get());
    }
    if (key.type() == EntityType.RESOURCE) {
      categories();
      page.text().ifPresent(text -> members.put(WIKITEXT, NODES.stringNode(text)));
    }
    if (key.type() == EntityType.DASHBOARD) {
      ArrayNode pages = NODES.arrayNode();
      pages.add(page("", page.text().orElse("")));
      members.put(PAGES, pages);
    }
    return ordered();
  }

  /** A page of a dashboard. */
  static ObjectNode page(String name, String wikitext) {
    return NODES.objectNode().put(NAME, name).put(WIKITEXT, wikitext);
  }

  private void block(WikitextBlock block) throws UnreadableFileException {
    Map<String, List<Entry>> byProperty = new LinkedHashMap<>();
    for (Entry entry : block.entries()) {
      List<Entry> same = byProperty.computeIfAbsent(entry.property(), p -> new ArrayList<>(1));
      same.add(entry);
      WikitextField field = WikitextFields.ofProperty(key.type(), entry.property());
      boolean repeats =
          block.style() == Style.ANNOTATIONS
              && (field.isList() || field.kind() == WikitextField.Kind.FREE);
      if (same.size() > 1 && !repeats) {
        String name = page.source().substring(entry.nameStart(), entry.nameEnd());
        throw new UnreadableFileException(Code.DUPLICATE_MEMBER, line(entry.nameStart()), name);
      }
    }
    for (Map.Entry<String, List<Entry>> entry : byProperty.entrySet()) {
      WikitextField field = WikitextFields.ofProperty(key.type(), entry.getKey());
      List<String> written = written(field, block.style(), entry.getValue());
      if (!written.isEmpty()) {
        members.put(field.member(), value(field, written, entry.getValue().getFirst()));
      }
    }
  }

  /** The items that stand in the entries of one field; empty ones say nothing. */
  private List<String> written(WikitextField field, Style style, List<Entry> entries) {
    List<String> items = new ArrayList<>();
    for (Entry entry : entries) {
      String value = page.valueOf(entry);
      if (field.isList() && style == Style.TEMPLATE) {
        items.addAll(split(value));
      } else {
        items.add(value);
      }
    }
    items.removeIf(String::isEmpty);
    return items;
  }

  /** The items of a list that commas separate. */
  static List<String> split(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  private JsonNode value(WikitextField field, List<String> written, Entry at)
      throws UnreadableFileException {
    String first = written.getFirst();
    return switch (field.kind()) {
      case TEXT, KEY -> NODES.stringNode(field.item(first));
      case KEYS, STRINGS -> list(written.stream().map(field::item).toList());
      case FREE -> written.size() == 1 ? NODES.stringNode(first) : list(written);
      case FLAG -> NODES.booleanNode(flag(field, first, at));
      case CARDINALITY -> NODES.stringNode(flag(field, first, at) ? "multiple" : "single");
      case WHOLE -> whole(field, first, at);
    };
  }

  private boolean flag(WikitextField field, String value, Entry at) throws UnreadableFileException {
    Optional<Boolean> flag = WikitextFields.flag(value);
    if (flag.isEmpty()) {
      throw misshapen(field, "Yes or No", value, at);
    }
    return flag.get();
  }

  private JsonNode whole(WikitextField field, String value, Entry at)
      throws UnreadableFileException {
    boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || value.length() > JsonCodec.MAX_NUMBER_LENGTH) {
      throw misshapen(field, "whole number", value, at);
    }
    BigInteger number = new BigInteger(value);
    return number.bitLength() < Integer.SIZE
        ? NODES.numberNode(number.intValue())
        : NODES.numberNode(number);
  }

  private UnreadableFileException misshapen(
      WikitextField field, String expected, String found, Entry at) {
    String shown = found.substring(0, Math.min(found.length(), 100));
    return new UnreadableFileException(
        Code.SHAPE, line(at.nameStart()), "/" + field.member(), expected, shown);
  }

  private int line(int offset) {
    return WikitextText.lineAt(page.source(), offset);
  }

  private static ArrayNode list(List<String> items) {
    ArrayNode list = NODES.arrayNode();
    items.forEach(list::add);
    return list;
  }

  private void categories() {
    List<String> names =
        page.ownCategories().stream().map(line -> page.nameOf(line).replace(' ', '_')).toList();
    if (!names.isEmpty()) {
      members.put(CATEGORIES, list(names));
    }
  }

  private ObjectNode ordered() {
    ObjectNode document = NODES.objectNode();
    for (FieldSpec field : EntityFields.of(key.type())) {
      @Nullable JsonNode value = members.remove(field.name());
      if (value != null) {
        document.set(field.name(), value);
      }
    }
    members.forEach(document::set);
    return document;
  }
}
