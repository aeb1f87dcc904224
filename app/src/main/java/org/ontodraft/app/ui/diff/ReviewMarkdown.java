package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Entry;
import org.ontodraft.model.diff.FieldChange.Item;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.impact.ChangeImpact;
import tools.jackson.databind.JsonNode;

/** Writes a review as Markdown, for a message or an issue. Immutable; any thread. */
final class ReviewMarkdown {
  private static final String SPECIAL = "\\`*_[]<>|#~";

  private final Texts texts;

  ReviewMarkdown(Texts texts) {
    this.texts = texts;
  }

  String write(ReviewContent content) {
    String changed =
        content.reviews().stream()
            .map(review -> write(content, review))
            .collect(Collectors.joining("\n"));
    ChangeAnalysis analysis = content.analysis();
    return analysis == null || analysis.affected().isEmpty()
        ? changed
        : changed + "\n" + affected(analysis);
  }

  private String affected(ChangeAnalysis analysis) {
    StringBuilder out = new StringBuilder();
    out.append("### ").append(texts.get("review.affected.heading")).append("\n\n");
    for (AffectedEntity entity : analysis.affected()) {
      for (InheritedEffect effect : entity.effects()) {
        out.append("- ")
            .append(escape(entity.key().key()))
            .append(": ")
            .append(escape(effect.item().key()))
            .append(' ')
            .append(EffectTexts.of(texts, effect))
            .append(", ")
            .append(texts.get("review.effect.from"))
            .append(' ')
            .append(escape(effect.cause().key()))
            .append('\n');
      }
    }
    return out.toString();
  }

  private String write(ReviewContent content, EntityReview review) {
    StringBuilder out = new StringBuilder();
    out.append("### ")
        .append(texts.status(review.status()))
        .append(' ')
        .append(texts.type(review.key().type()))
        .append(' ')
        .append(escape(review.key().key()))
        .append("\n\n`")
        .append(review.path())
        .append("` +")
        .append(review.addedLines())
        .append(" -")
        .append(review.removedLines())
        .append("\n\n| ")
        .append(texts.get("review.column.field"))
        .append(" | ")
        .append(texts.get("review.column.base"))
        .append(" | ")
        .append(texts.get("review.column.mine"))
        .append(" | ")
        .append(texts.get("review.column.impact"))
        .append(" |\n| --- | --- | --- | --- |\n");
    review.rows().stream()
        .filter(row -> row.kind() != FieldChange.Kind.UNCHANGED)
        .forEach(row -> out.append(tableRow(content, review.key(), row)));
    return out.toString();
  }

  private String tableRow(ReviewContent content, EntityKey key, FieldChange row) {
    return "| "
        + escape(row.field().name())
        + " | "
        + cell(row, row.base(), Side.BASE_ONLY)
        + " | "
        + cell(row, row.mine(), Side.MINE_ONLY)
        + " | "
        + impacts(content, key, row.field().name())
        + " |\n";
  }

  private String impacts(ReviewContent content, EntityKey key, String field) {
    return content.impacts(key, field).stream()
        .map(ChangeImpact::level)
        .distinct()
        .map(level -> texts.get("review.impact." + level.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private String cell(FieldChange row, @Nullable JsonNode value, Side side) {
    if (value == null) {
      return "*" + texts.get("review.unset") + "*";
    }
    return switch (row.detail()) {
      case Detail.Whole() -> whole(value);
      case Detail.Sequence(List<Entry> entries) -> sequence(entries, side);
      case Detail.Words(List<Span> base, List<Span> mine) ->
          (side == Side.BASE_ONLY ? base : mine)
              .stream()
                  .map(span -> word(span, side, row.base() != null && row.mine() != null))
                  .collect(Collectors.joining());
      case Detail.Items(List<Item> items) ->
          items.stream()
              .filter(item -> side == Side.MINE_ONLY || item.side() != Side.MINE_ONLY)
              .map(item -> item(item, side))
              .collect(Collectors.joining(", "));
      case Detail.Lines(List<Line> lines) -> lines(lines, side);
      case Detail.Pages pages -> lines(pages.lines(), side);
    };
  }

  /** The items of a side in their order, each with its place, and where it moved. */
  private String sequence(List<Entry> entries, Side side) {
    return entries.stream()
        .flatMap(entry -> entry(entry, side).stream())
        .collect(Collectors.joining("<br>"));
  }

  private Optional<String> entry(Entry entry, Side side) {
    String item = whole(entry.value());
    boolean mine = side == Side.MINE_ONLY;
    return switch (entry.place()) {
      case Place.Kept(int was, int is) -> Optional.of((mine ? is : was) + 1 + ". " + item);
      case Place.Moved(int was, int is) ->
          Optional.of(
              mine
                  ? (is + 1)
                      + ". "
                      + item
                      + " ("
                      + texts.get("review.items.from", was + 1, is + 1)
                      + ")"
                  : (was + 1) + ". " + item);
      case Place.Removed(int was) ->
          mine ? Optional.empty() : Optional.of((was + 1) + ". ~~" + item + "~~");
      case Place.Added(int is) ->
          mine ? Optional.of((is + 1) + ". **" + item + "**") : Optional.empty();
    };
  }

  private static String whole(JsonNode value) {
    return escape(value.isString() ? value.stringValue() : value.toString());
  }

  private static String lines(List<Line> lines, Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .map(line -> escape(line.text()))
        .collect(Collectors.joining("<br>"));
  }

  /** Marks do not work beside spaces, so those stay outside. */
  private static String word(Span span, Side side, boolean marked) {
    String text = span.text().strip();
    if (!marked || !span.changed() || text.isEmpty()) {
      return escape(span.text());
    }
    int start = span.text().indexOf(text);
    String mark = side == Side.BASE_ONLY ? "~~" : "**";
    return span.text().substring(0, start)
        + "["
        + mark
        + escape(text)
        + mark
        + "]"
        + span.text().substring(start + text.length());
  }

  private static String item(Item item, Side side) {
    String text = escape(item.text());
    return switch (item.side()) {
      case BOTH -> text;
      case MINE_ONLY -> "**+" + text + "**";
      case BASE_ONLY -> side == Side.BASE_ONLY ? text : "~~-" + text + "~~";
    };
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("<br>");
      } else if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
