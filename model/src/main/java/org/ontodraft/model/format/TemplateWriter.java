package org.ontodraft.model.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.format.WikitextBlock.Entry;
import org.ontodraft.model.format.WikitextRewriter.BlockWriter;
import org.ontodraft.model.format.WikitextRewriter.Edits;

/** Writes parameters, spaced as their neighbours are. */
final class TemplateWriter implements BlockWriter {
  private final WikitextPage page;
  private final WikitextBlock block;
  private final Edits edits;
  private final List<WikitextField> order;
  private boolean added;

  TemplateWriter(WikitextPage page, WikitextBlock block, Edits edits, List<WikitextField> order) {
    this.page = page;
    this.block = block;
    this.edits = edits;
    this.order = order;
  }

  @Override
  public void set(WikitextField field, List<String> before, List<String> after) {
    List<Entry> present = block.entriesOf(field.property());
    if (present.isEmpty()) {
      if (!after.isEmpty()) {
        add(field, join(field, "", after));
      }
      return;
    }
    Entry entry = present.getFirst();
    if (after.isEmpty()) {
      edits.replace(entry.start(), entry.end(), "");
    } else {
      String value = join(field, page.valueOf(entry), after);
      edits.replace(entry.valueStart(), entry.valueEnd(), value);
    }
  }

  /** The items as one value; those that were there keep their spelling. */
  private static String join(WikitextField field, String present, List<String> items) {
    if (!field.isList()) {
      boolean prefixed = field.hasNamespace(present);
      return field.written(items.getFirst(), prefixed);
    }
    List<String> written = WikitextReader.split(present);
    Map<String, String> spellings = new LinkedHashMap<>();
    written.forEach(item -> spellings.putIfAbsent(field.item(item), item));
    boolean prefixed = !present.isEmpty() && written.stream().allMatch(field::hasNamespace);
    return items.stream()
        .map(item -> {
          String known = spellings.get(item);
          return known == null ? field.written(item, prefixed) : known;
        })
        .collect(Collectors.joining(separator(present)));
  }

  private static String separator(String list) {
    int comma = list.indexOf(',');
    if (comma < 0) {
      return ", ";
    }
    int end = comma + 1;
    while (end < list.length() && Character.isWhitespace(list.charAt(end))) {
      end++;
    }
    int start = comma;
    while (start > 0 && Character.isWhitespace(list.charAt(start - 1))) {
      start--;
    }
    return list.substring(start, end);
  }

  private void add(WikitextField field, String value) {
    added = true;
    @Nullable Entry before = null;
    for (WikitextField other : order) {
      if (other.equals(field)) {
        break;
      }
      before = block.entriesOf(other.property()).stream().findFirst().orElse(before);
    }
    if (field.kind() == WikitextField.Kind.FREE && !block.entries().isEmpty()) {
      before = block.entries().getLast();
    }
    if (block.entries().isEmpty()) {
      edits.insert(block.nameEnd(), "\n|" + field.parameter() + "=" + value);
      return;
    }
    int at = before == null ? block.entries().getFirst().start() : before.end();
    edits.insert(at, lead() + field.parameter() + equals() + value);
  }

  /** What stands before a parameter's name: the line break, the bar and the spaces. */
  private String lead() {
    Entry first = block.entries().getFirst();
    return page.source().substring(first.start(), first.nameStart());
  }

  /** What stands between a parameter's name and its value. */
  private String equals() {
    for (Entry entry : block.entries()) {
      String between = page.source().substring(entry.nameEnd(), entry.valueStart());
      if (!entry.isEmpty() && between.indexOf('\n') < 0) {
        return between;
      }
    }
    return "=";
  }

  @Override
  public void finish() {
    if (added && block.entries().isEmpty()) {
      String rest = page.source().substring(block.nameEnd(), block.closing());
      if (rest.indexOf('\n') < 0) {
        edits.insert(block.closing(), "\n");
      }
    }
  }
}
