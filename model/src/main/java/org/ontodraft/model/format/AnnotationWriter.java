package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.format.WikitextBlock.Entry;
import org.ontodraft.model.format.WikitextRewriter.BlockWriter;
import org.ontodraft.model.format.WikitextRewriter.Edits;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes annotations, one to a line; an item of a list has one of its own. */
final class AnnotationWriter implements BlockWriter {
  private final WikitextPage page;
  private final WikitextBlock block;
  private final Edits edits;
  private final List<WikitextField> order;

  AnnotationWriter(WikitextPage page, WikitextBlock block, Edits edits, List<WikitextField> order) {
    this.page = page;
    this.block = block;
    this.edits = edits;
    this.order = order;
  }

  @Override
  public void set(WikitextField field, List<String> before, List<String> after) {
    List<Entry> all = block.entriesOf(field.property());
    List<Entry> entries = new ArrayList<>(all);
    entries.removeIf(Entry::isEmpty);
    List<String> old = entries.stream().map(entry -> field.item(page.valueOf(entry))).toList();
    if (entries.isEmpty() && !all.isEmpty()) {
      entries.add(all.getFirst());
      old = List.of("");
    }
    int[] partners = ItemPartners.of(list(old), list(after));
    boolean[] kept = new boolean[entries.size()];
    int at = place(field, entries);
    for (int i = 0; i < partners.length; i++) {
      String item = after.get(i);
      if (partners[i] < 0) {
        String name = entries.isEmpty() ? field.annotation() : nameOf(entries.getFirst());
        edits.insertLine(at, "[[" + name + "::" + field.written(item, true) + "]]");
        continue;
      }
      Entry entry = entries.get(partners[i]);
      kept[partners[i]] = true;
      if (!item.equals(old.get(partners[i]))) {
        boolean prefixed = entry.isEmpty() || field.hasNamespace(page.valueOf(entry));
        edits.replace(entry.valueStart(), entry.valueEnd(), field.written(item, prefixed));
      }
      at = behind(entry);
    }
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i] && !entries.get(i).isEmpty()) {
        edits.replace(entries.get(i).start(), entries.get(i).end(), "");
      }
    }
  }

  private static ArrayNode list(List<String> items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    return list;
  }

  private String nameOf(Entry entry) {
    return page.source().substring(entry.nameStart(), entry.nameEnd());
  }

  /** Where the first line of a field goes: before its own, or behind the fields before it. */
  private int place(WikitextField field, List<Entry> own) {
    if (!own.isEmpty()) {
      return lineStart(own.getFirst());
    }
    if (field.kind() == WikitextField.Kind.FREE && !block.entries().isEmpty()) {
      return behind(block.entries().getLast());
    }
    @Nullable Entry before = null;
    for (WikitextField other : order) {
      if (other.equals(field)) {
        break;
      }
      List<Entry> others = block.entriesOf(other.property());
      before = others.isEmpty() ? before : others.getLast();
    }
    if (before != null) {
      return behind(before);
    }
    return block.entries().isEmpty() ? block.innerEnd() : lineStart(block.entries().getFirst());
  }

  private int lineStart(Entry entry) {
    return page.source().lastIndexOf('\n', entry.nameStart()) + 1;
  }

  private int behind(Entry entry) {
    return WikitextPage.lineEnd(page.source(), entry.valueEnd());
  }

  @Override
  public void finish() {
    // Nothing is left to do: each annotation is whole.
  }
}
