package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Texts;

/** Every action that has keys, as they are now, in the order of the menus. Immutable. */
record CheatSheet(String title, List<Section> sections) {
  CheatSheet {
    sections = List.copyOf(sections);
  }

  /** The actions of a menu. */
  record Section(String title, List<Line> lines) {
    Section {
      lines = List.copyOf(lines);
    }
  }

  /** An action and its keys as this system writes them. */
  record Line(String keys, String name) {}

  /** The sheet of these actions. */
  static CheatSheet of(ActionRegistry actions, Texts texts) {
    List<Section> sections = new ArrayList<>();
    for (MenuPlan menu : MenuPlan.ALL) {
      List<Line> lines =
          menu.actions().stream()
              .filter(id -> !actions.keys().keys(id).isEmpty())
              .map(id -> new Line(keys(actions, id), actions.name(id)))
              .toList();
      if (!lines.isEmpty()) {
        sections.add(new Section(texts.get(menu.title()).replace("_", ""), lines));
      }
    }
    for (Context part : Context.values()) {
      List<Line> lines =
          actions.all().stream()
              .filter(action -> action.context() == part && part != Context.ANYWHERE)
              .filter(action -> !actions.keys().keys(action.id()).isEmpty())
              .map(action -> new Line(keys(actions, action.id()), actions.name(action.id())))
              .toList();
      if (!lines.isEmpty()) {
        sections.add(
            new Section(texts.get("context." + part.name().toLowerCase(Locale.ROOT)), lines));
      }
    }
    return new CheatSheet(texts.get("help.keys.title"), sections);
  }

  private static String keys(ActionRegistry actions, String id) {
    return actions.keys().keys(id).stream()
        .map(KeyCombination::getDisplayText)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** For an e-mail or a terminal. */
  String text() {
    StringBuilder text = new StringBuilder(title).append('\n');
    for (Section section : sections) {
      text.append('\n').append(section.title()).append('\n');
      for (Line line : section.lines()) {
        text.append(String.format("  %-28s %s%n", line.keys(), line.name()));
      }
    }
    return text.toString();
  }

  /** A page to be printed. */
  String html() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"><title>").append(escaped(title)).append("</title><style>");
    html.append("body{font-family:sans-serif;columns:2}h2{margin:1em 0 .3em}section{");
    html.append("break-inside:avoid}td{padding:.15em .8em .15em 0}kbd{font-family:monospace}");
    html.append("</style></head><body>\n");
    for (Section section : sections) {
      html.append("<section><h2>").append(escaped(section.title())).append("</h2><table>\n");
      for (Line line : section.lines()) {
        html.append("<tr><td><kbd>")
            .append(escaped(line.keys()))
            .append("</kbd></td><td>")
            .append(escaped(line.name()))
            .append("</td></tr>\n");
      }
      html.append("</table></section>\n");
    }
    return html.append("</body></html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
