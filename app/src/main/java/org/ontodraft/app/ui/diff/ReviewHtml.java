package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Entry;
import org.ontodraft.model.diff.FieldChange.Item;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.SemverLevel;
import tools.jackson.databind.JsonNode;

/**
 * Writes a review as one page of HTML that needs nothing else: no script, no picture, no address.
 * It is light or dark as its reader's system is. All that comes from the ontology is escaped.
 * Immutable; any thread.
 */
final class ReviewHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --bg: #fff; --fg: #1f2328; --muted: #57606a; --line: #d0d7de;
        --head: #f6f8fa; --base: #dee3e8; --mine: #b6dcff; --major: #24292f; --on-major: #fff; }
      @media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #e6edf3; --muted: #9aa4af;
        --line: #3d444d; --head: #151b23; --base: #3a424c; --mine: #1d4b86; --major: #e6edf3;
        --on-major: #0d1117; } }
      body { background: var(--bg); color: var(--fg); font: 14px/1.5 system-ui, sans-serif;
        margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
      table { border-collapse: collapse; table-layout: fixed; width: 100%; }
      th, td { border: 1px solid var(--line); overflow-wrap: anywhere; padding: .4rem .6rem;
        text-align: start; vertical-align: top; white-space: pre-wrap; }
      th { background: var(--head); font-weight: 600; } th:first-child { width: 14%; }
      th:last-child { width: 7rem; } .muted { color: var(--muted); font-weight: 400; }
      del { background: var(--base); } ins { background: var(--mine); text-decoration: none; }
      .major { background: var(--major); border-radius: 4px; color: var(--on-major); padding: 0 .4em; }
      .minor { border: 1px solid var(--fg); border-radius: 4px; padding: 0 .4em; }
      code { font: 12px ui-monospace, monospace; }
      """;

  private final Texts texts;

  ReviewHtml(Texts texts) {
    this.texts = texts;
  }

  String write(String title, ReviewContent content) {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'unsafe-inline'\">\n<title>")
        .append(escape(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escape(title))
        .append("</h1>\n");
    ChangeAnalysis analysis = content.analysis();
    if (analysis != null && analysis.level() != SemverLevel.NONE) {
      out.append("<p>").append(texts.get("review.column.impact")).append(": ");
      out.append(tag(analysis.level())).append("</p>\n");
    }
    content.reviews().forEach(review -> entity(out, content, review));
    if (analysis != null && !analysis.affected().isEmpty()) {
      affected(out, analysis);
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private void entity(StringBuilder out, ReviewContent content, EntityReview review) {
    out.append("<h2>")
        .append(escape(StatusMark.signOf(review.status())))
        .append(' ')
        .append(escape(review.label()))
        .append(" <span class=\"muted\">")
        .append(escape(texts.status(review.status())))
        .append(", ")
        .append(escape(texts.type(review.key().type())))
        .append(" <code>")
        .append(escape(review.path()))
        .append("</code></span></h2>\n<table>\n<tr>");
    for (String column : List.of("field", "base", "mine", "impact")) {
      out.append("<th scope=\"col\">").append(escape(texts.get("review.column." + column)));
      out.append("</th>");
    }
    out.append("</tr>\n");
    for (FieldChange row : review.rows()) {
      if (row.kind() != FieldChange.Kind.UNCHANGED) {
        String name = row.field().name();
        out.append("<tr><th scope=\"row\">")
            .append(escape(FieldNames.of(texts, name)))
            .append("</th><td>");
        value(out, row, row.base(), Side.BASE_ONLY);
        out.append("</td><td>");
        value(out, row, row.mine(), Side.MINE_ONLY);
        out.append("</td><td>");
        content.impacts(review.key(), name).stream()
            .map(ChangeImpact::level)
            .distinct()
            .forEach(level -> out.append(tag(level)).append(' '));
        out.append("</td></tr>\n");
      }
    }
    out.append("</table>\n");
  }

  private void affected(StringBuilder out, ChangeAnalysis analysis) {
    out.append("<h2>").append(escape(texts.get("review.affected.heading"))).append("</h2>\n<ul>\n");
    for (AffectedEntity entity : analysis.affected()) {
      for (InheritedEffect effect : entity.effects()) {
        out.append("<li>")
            .append(escape(entity.label()))
            .append(": ")
            .append(escape(effect.item().key()))
            .append(' ')
            .append(escape(EffectTexts.of(texts, effect)))
            .append(", ")
            .append(escape(texts.get("review.effect.from")))
            .append(' ')
            .append(escape(analysis.label(effect.cause())))
            .append("</li>\n");
      }
    }
    out.append("</ul>\n");
  }

  private String tag(SemverLevel level) {
    String name = level.name().toLowerCase(Locale.ROOT);
    return "<span class=\"" + name + "\">" + escape(texts.get("review.impact." + name)) + "</span>";
  }

  private void value(StringBuilder out, FieldChange row, @Nullable JsonNode value, Side side) {
    if (value == null) {
      out.append("<i class=\"muted\">").append(escape(texts.get("review.unset"))).append("</i>");
      return;
    }
    switch (row.detail()) {
      case Detail.Whole() -> out.append(whole(value));
      case Detail.Sequence(List<Entry> entries) ->
          entries.forEach(entry -> entry(out, entry, side));
      case Detail.Words(List<Span> base, List<Span> mine) ->
          (side == Side.BASE_ONLY ? base : mine)
              .forEach(span -> mark(out, span.text(), span.changed() ? side : Side.BOTH));
      case Detail.Items(List<Item> items) ->
          items.stream()
              .filter(item -> item.side() == Side.BOTH || item.side() == side)
              .forEach(item -> {
                mark(out, item.text(), item.side());
                out.append('\n');
              });
      case Detail.Lines(List<Line> lines) -> lines(out, lines, side);
      case Detail.Pages pages -> lines(out, pages.lines(), side);
    }
  }

  private static String whole(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    return text.isEmpty() ? "\"\"" : escape(text);
  }

  private void entry(StringBuilder out, Entry entry, Side side) {
    boolean mine = side == Side.MINE_ONLY;
    int at =
        switch (entry.place()) {
          case Place.Kept(int was, int is) -> mine ? is : was;
          case Place.Moved(int was, int is) -> mine ? is : was;
          case Place.Removed(int was) -> mine ? -1 : was;
          case Place.Added(int is) -> mine ? is : -1;
        };
    if (at < 0) {
      return;
    }
    out.append(at + 1).append(". ");
    boolean alone = entry.place() instanceof Place.Removed || entry.place() instanceof Place.Added;
    String text = entry.value().isString() ? entry.value().stringValue() : entry.value().toString();
    mark(out, text, alone ? side : Side.BOTH);
    if (mine && entry.place() instanceof Place.Moved(int was, int is)) {
      out.append(" <span class=\"muted\">")
          .append(escape(texts.get("review.items.from", was + 1, is + 1)))
          .append("</span>");
    }
    out.append('\n');
  }

  private static void lines(StringBuilder out, List<Line> lines, Side side) {
    for (Line line : lines) {
      if (line.side() == Side.BOTH || line.side() == side) {
        mark(out, line.text(), line.side());
        out.append('\n');
      }
    }
  }

  private static void mark(StringBuilder out, String text, Side side) {
    switch (side) {
      case BOTH -> out.append(escape(text));
      case BASE_ONLY -> out.append("<del>").append(escape(text)).append("</del>");
      case MINE_ONLY -> out.append("<ins>").append(escape(text)).append("</ins>");
    }
  }

  /** The text without anything that HTML reads, and with codes for what would not be seen. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String shown = HiddenCharacters.shown(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
