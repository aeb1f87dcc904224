package org.ontodraft.model.format;

import static org.ontodraft.model.format.WikitextReader.CATEGORIES;
import static org.ontodraft.model.format.WikitextReader.PAGES;
import static org.ontodraft.model.format.WikitextReader.WIKITEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.WikitextBlock.Style;
import org.ontodraft.model.format.WikitextPage.CategoryLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a changed document over its page: only the places of the fields that differ change. */
final class WikitextRewriter {
  private final EntityKey key;
  private final WikitextPage page;
  private final Edits edits;

  private WikitextRewriter(EntityKey key, WikitextPage page) {
    this.key = key;
    this.page = page;
    this.edits = new Edits(page.source());
  }

  /** The page that holds {@code after}, as far as a page can; the caller reads it to be sure. */
  static String rewrite(EntityKey key, String source, ObjectNode before, ObjectNode after) {
    try {
      return new WikitextRewriter(key, WikitextPage.parse(source)).rewrite(before, after);
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The members of the block that differ. */
  private static Set<String> changedFields(ObjectNode before, ObjectNode after) {
    Set<String> names = new LinkedHashSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    names.removeAll(Set.of("id", PAGES));
    return names;
  }

  private String rewrite(ObjectNode before, ObjectNode after) {
    Set<String> changed = changedFields(before, after);
    if (key.type() == EntityType.RESOURCE) {
      if (changed.remove(CATEGORIES)) {
        categories(before.get(CATEGORIES), after.get(CATEGORIES));
      }
      if (changed.remove(WIKITEXT)) {
        text(after.path(WIKITEXT).asString(""));
      }
    }
    if (key.type() == EntityType.DASHBOARD) {
      String root = WikitextCodec.pages(after).getOrDefault("", "");
      if (!root.equals(page.text().orElse(""))) {
        text(root);
      }
    }
    page.block().ifPresent(block -> fields(block, changed, before, after));
    return edits.apply();
  }

  private void fields(
      WikitextBlock block, Set<String> changed, ObjectNode before, ObjectNode after) {
    List<WikitextField> order = new ArrayList<>(WikitextFields.of(key.type()));
    changed.stream()
        .map(name -> WikitextFields.ofMember(key.type(), name))
        .filter(field -> !order.contains(field))
        .forEach(order::add);
    BlockWriter writer =
        switch (block.style()) {
          case TEMPLATE -> new TemplateWriter(page, block, edits, order);
          case ANNOTATIONS -> new AnnotationWriter(page, block, edits, order);
        };
    for (WikitextField field : order) {
      if (changed.contains(field.member())) {
        writer.set(
            field,
            items(field, before.get(field.member()), block),
            items(field, after.get(field.member()), block));
      }
    }
    writer.finish();
  }

  /** What a value is as the items of its entries; none for a value the page need not state. */
  private List<String> items(WikitextField field, @Nullable JsonNode value, WikitextBlock block) {
    if (value == null) {
      return List.of();
    }
    boolean stated = block.entriesOf(field.property()).stream().anyMatch(e -> !e.isEmpty());
    return switch (field.kind()) {
      case CARDINALITY -> {
        boolean multiple = value.asString("").equals("multiple");
        yield multiple ? List.of("Yes") : stated && isNo(field, block) ? List.of("No") : List.of();
      }
      case FLAG -> List.of(value.asBoolean(false) ? "Yes" : "No");
      default -> {
        if (value.isArray()) {
          yield value.valueStream().map(item -> item.asString("")).toList();
        }
        String text = value.asString("");
        boolean implied =
            !stated
                && field.member().equals(WikitextReader.LABEL)
                && key.type() != EntityType.RESOURCE
                && text.equals(WikitextFields.defaultLabel(key));
        yield text.isEmpty() || implied ? List.of() : List.of(text);
      }
    };
  }

  private boolean isNo(WikitextField field, WikitextBlock block) {
    return block.entriesOf(field.property()).stream()
        .anyMatch(entry -> WikitextFields.flag(page.valueOf(entry)).equals(Optional.of(false)));
  }

  private void text(String text) {
    String source = page.source();
    boolean tailed = page.tail() < source.length();
    if (page.textStart() < page.textEnd() && !text.isEmpty()) {
      boolean ends = page.textEnd() == source.length() && text.endsWith("\n");
      edits.replace(page.textStart(), page.textEnd(), ends ? text + "\n" : text);
    } else if (text.isEmpty()) {
      edits.replace(page.headEnd(), page.tail(), "");
    } else {
      String head = source.substring(0, page.headEnd());
      String lead = head.isEmpty() ? "" : head.endsWith("\n") ? "\n" : "\n\n";
      edits.replace(page.headEnd(), page.tail(), lead + text + "\n" + (tailed ? "\n" : ""));
    }
  }

  private void categories(@Nullable JsonNode before, @Nullable JsonNode after) {
    ArrayNode old = listOf(before);
    ArrayNode changed = listOf(after);
    List<CategoryLine> lines = page.ownCategories();
    int[] partners = ItemPartners.of(old, changed);
    boolean[] kept = new boolean[lines.size()];
    int at = page.block().map(WikitextBlock::end).orElse(0);
    if (!lines.isEmpty() && !lines.getFirst().inText()) {
      at = lines.getFirst().start();
    }
    for (int i = 0; i < partners.length; i++) {
      String title = WikitextFields.title(changed.path(i).asString(""));
      if (partners[i] >= 0) {
        CategoryLine line = lines.get(partners[i]);
        kept[partners[i]] = true;
        if (!line.inText() && !old.path(partners[i]).equals(changed.path(i))) {
          edits.replace(line.nameStart(), line.nameEnd(), title);
        }
        at = line.inText() ? at : line.end();
      } else {
        edits.insertLine(at, "[[Category:" + title + "]]");
      }
    }
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i] && !lines.get(i).inText()) {
        edits.replace(lines.get(i).start(), lines.get(i).end(), "");
      }
    }
    templateName(old, changed);
  }

  private static ArrayNode listOf(@Nullable JsonNode value) {
    return value instanceof ArrayNode list ? list : JsonNodeFactory.instance.arrayNode();
  }

  /** A resource's template is called after its first category. */
  private void templateName(ArrayNode before, ArrayNode after) {
    page.block()
        .filter(block -> block.style() == Style.TEMPLATE && !before.isEmpty() && !after.isEmpty())
        .ifPresent(block -> {
          String name = page.source().substring(block.nameStart(), block.nameEnd());
          String first = after.path(0).asString("");
          if (name.replace(' ', '_').equals(before.path(0).asString(""))
              && !before.path(0).equals(after.path(0))) {
            edits.replace(block.nameStart(), block.nameEnd(), WikitextFields.title(first));
          }
        });
  }

  /** Replacements in a text, applied at once. */
  static final class Edits {
    private final String source;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, String text) {}

    Edits(String source) {
      this.source = source;
    }

    void replace(int start, int end, String text) {
      edits.add(new Edit(start, end, text));
    }

    void insert(int at, String text) {
      replace(at, at, text);
    }

    /** A line of its own before what begins at this offset, or at the end of the text. */
    void insertLine(int at, String line) {
      boolean open = at > 0 && source.charAt(at - 1) != '\n';
      insert(at, open ? "\n" + line : line + "\n");
    }

    String apply() {
      edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
      StringBuilder out = new StringBuilder(source.length() + 64);
      int at = 0;
      for (Edit edit : edits) {
        out.append(source, at, edit.start()).append(edit.text());
        at = edit.end();
      }
      return out.append(source, at, source.length()).toString();
    }
  }

  /** Writes the fields of a block in one of the generations. */
  sealed interface BlockWriter permits TemplateWriter, AnnotationWriter {
    /** Makes a field hold these items in place of the old ones; none removes it. */
    void set(WikitextField field, List<String> before, List<String> after);

    /** To be called last. */
    void finish();
  }
}
