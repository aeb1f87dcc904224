package org.ontodraft.app.ui.control.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.model.diff.FieldChange.Span;

/**
 * Text that wraps, with changed stretches in brackets on a tint, so that neither needs the other to
 * be seen. Which tint, and whether the stretches are struck, is up to the style class.
 */
public final class MarkedText extends Pane {
  /** Longer texts are cut on screen; laying them out would hold the window up. */
  public static final int SHOWN = 4000;

  private record Range(int start, int end) {}

  private final Path tint = new Path();
  private final TextFlow flow = new TextFlow();
  private final List<Text> nodes = new ArrayList<>();
  private List<Range> changed = List.of();

  /** Nothing yet. */
  public MarkedText() {
    getStyleClass().add("marked-text");
    tint.getStyleClass().add("tint");
    tint.setManaged(false);
    tint.setStroke(null);
    getChildren().addAll(tint, flow);
  }

  /**
   * Shows a text.
   *
   * @param brackets whether changed stretches stand in brackets
   * @param rest what is said in place of what is cut away, filled with the number of characters
   */
  public void show(List<Span> spans, boolean brackets, IntFunction<String> rest) {
    Builder builder = new Builder(brackets);
    int total = spans.stream().mapToInt(span -> span.text().length()).sum();
    int shown = 0;
    for (Span span : spans) {
      String part = span.text().substring(0, Math.min(span.text().length(), SHOWN - shown));
      shown += part.length();
      builder.add(HiddenCharacters.shown(part), span.changed());
    }
    if (shown < total) {
      builder.put(rest.apply(total - shown), "rest");
    }
    fill(builder.parts);
    changed = builder.changed;
    requestLayout();
  }

  /** The nodes that are there serve again as far as they go: new ones are styled from nothing. */
  private void fill(List<Part> parts) {
    while (nodes.size() > parts.size()) {
      nodes.removeLast();
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (i < nodes.size() && nodes.get(i).getStyleClass().contains(part.style())) {
        nodes.get(i).setText(part.text());
      } else if (i < nodes.size()) {
        nodes.set(i, text(part));
      } else {
        nodes.add(text(part));
      }
    }
    if (!flow.getChildren().equals(nodes)) {
      flow.getChildren().setAll(nodes);
    }
  }

  private record Part(String text, String style) {}

  private static final class Builder {
    private final boolean brackets;
    private final List<Part> parts = new ArrayList<>();
    private final List<Range> changed = new ArrayList<>();
    private int at;

    Builder(boolean brackets) {
      this.brackets = brackets;
    }

    /** Spaces round a changed stretch stay outside its brackets. */
    void add(String part, boolean isChanged) {
      String core = part.strip();
      if (!isChanged) {
        put(part, "same");
      } else if (!brackets || core.isEmpty()) {
        putChanged(part);
      } else {
        int start = part.indexOf(core);
        put(part.substring(0, start), "same");
        put("[", "bracket");
        putChanged(core);
        put("]", "bracket");
        put(part.substring(start + core.length()), "same");
      }
    }

    private void putChanged(String text) {
      if (!text.isEmpty()) {
        changed.add(new Range(at, at + text.length()));
      }
      put(text, "changed");
    }

    private void put(String text, String style) {
      if (!text.isEmpty()) {
        parts.add(new Part(text, style));
        at += text.length();
      }
    }
  }

  private static Text text(Part part) {
    Text node = new Text(part.text());
    node.getStyleClass().add(part.style());
    return node;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return flow.prefWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    List<PathElement> shapes = new ArrayList<>();
    for (Range range : changed) {
      shapes.addAll(List.of(flow.getRangeShape(range.start(), range.end(), false)));
    }
    tint.getElements().setAll(shapes);
  }
}
