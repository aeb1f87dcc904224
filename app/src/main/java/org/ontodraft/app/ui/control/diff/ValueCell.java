package org.ontodraft.app.ui.control.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Chip;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Item;
import org.ontodraft.model.diff.FieldChange.Kind;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import tools.jackson.databind.JsonNode;

/**
 * One side's value of a field: words with the changed ones marked, a set as chips, or a sentence
 * about what cannot be shown in a cell. An absent value is "not set", an empty one is what it is.
 */
public final class ValueCell extends VBox {
  /** A set with more items than this shows those that changed and a count of the others. */
  private static final int CHIPS = 60;

  private final Texts texts;
  private final Side side;
  private final MarkedText marked = new MarkedText();
  private final Label unset = new Label();
  private final FlowPane chips = new FlowPane();
  private boolean plain;
  private boolean brief;

  /** Whose value a cell shows. */
  public enum Side {
    BASE,
    MINE,
    UPSTREAM
  }

  /** An empty cell of a side. */
  public ValueCell(Texts texts, Side side) {
    this.texts = texts;
    this.side = side;
    getStyleClass()
        .addAll(
            "value-cell",
            switch (side) {
              case BASE -> "base-side";
              case MINE -> "mine-side";
              case UPSTREAM -> "upstream-side";
            });
    unset.getStyleClass().add("unset-text");
    unset.setWrapText(true);
    chips.getStyleClass().add("chips");
    // A pane is never narrower than its widest chip would like to be, unless it is told.
    chips.setMinWidth(0);
  }

  /** A cell that shows of a long text what differs, where there is little room. */
  public static ValueCell brief(Texts texts, Side side) {
    ValueCell cell = new ValueCell(texts, side);
    cell.brief = true;
    return cell;
  }

  /** Shows this side of a change. For {@link Side#UPSTREAM} the change is from base to upstream. */
  public void show(FieldChange change) {
    plain = false;
    fill(change);
  }

  /** Shows this side of a change without saying what differs, beside two others that do. */
  public void showPlain(FieldChange change) {
    plain = true;
    fill(change);
  }

  private void fill(FieldChange change) {
    JsonNode value = side == Side.BASE ? change.base() : change.mine();
    if (value == null && !hasRemovedItems(change)) {
      say(texts.get("review.unset"));
      return;
    }
    switch (change.detail()) {
      case Detail.Words(List<Span> base, List<Span> mine) ->
          showWords(change, side == Side.BASE ? base : mine);
      case Detail.Items(List<Item> items) -> showItems(change, items);
      case Detail.Lines(List<Line> lines) -> say(texts.get("review.lines.below"));
      case Detail.Pages pages -> say(texts.get("review.lines.below"));
      case Detail.Sequence sequence -> showWhole(change, value);
      case Detail.Whole() -> showWhole(change, value);
    }
  }

  /** Says something in place of a value. */
  public void say(String sentence) {
    unset.setText(sentence);
    showOnly(unset);
    setAccessibleText(sentence);
  }

  /** A node that is set again would be styled again. */
  private void showOnly(Node one) {
    if (getChildren().size() != 1 || getChildren().getFirst() != one) {
      getChildren().setAll(one);
    }
  }

  private boolean hasRemovedItems(FieldChange change) {
    return side != Side.BASE
        && change.detail() instanceof Detail.Items
        && change.base() != null
        && !change.base().isEmpty();
  }

  private void showWords(FieldChange change, List<Span> spans) {
    if (spans.isEmpty()) {
      say("\"\"");
      return;
    }
    // Where a whole value is new or gone, brackets round all of it say nothing.
    boolean brackets = change.base() != null && change.mine() != null;
    String text = spans.stream().map(Span::text).collect(Collectors.joining());
    showMarked(plain ? List.of(new Span(text, false)) : spans, brackets);
    setAccessibleText(text.substring(0, Math.min(text.length(), MarkedText.SHOWN)));
  }

  private void showWhole(FieldChange change, @Nullable JsonNode value) {
    String text =
        value != null && change.field().kind() == FieldKind.IMAGES
            ? String.join(", ", value.propertyNames())
            : textOf(value);
    boolean changed = !plain && change.kind() != Kind.UNCHANGED;
    showMarked(List.of(new Span(text, changed)), false);
    setAccessibleText(text.substring(0, Math.min(text.length(), MarkedText.SHOWN)));
  }

  private void showMarked(List<Span> spans, boolean brackets) {
    Excerpt shown = brief ? Excerpt.of(spans) : new Excerpt(spans, 0);
    marked.show(shown.spans(), brackets, this::rest);
    showOnly(marked);
    if (shown.hidden() > 0) {
      Label more = new Label(texts.get("review.excerpt", shown.hidden()));
      more.setWrapText(true);
      more.getStyleClass().addAll("muted-text", "small-text");
      getChildren().add(more);
    }
  }

  private String textOf(@Nullable JsonNode value) {
    if (value == null) {
      return texts.get("review.unset");
    }
    if (value.isString()) {
      return value.stringValue().isEmpty() ? "\"\"" : value.stringValue();
    }
    return value.isContainer() && !value.isEmpty() ? value.toPrettyString() : value.toString();
  }

  private String rest(int characters) {
    return " " + texts.get("review.rest", characters);
  }

  private void showItems(FieldChange change, List<Item> items) {
    List<Item> mine =
        items.stream()
            .filter(item -> side != Side.BASE || item.side() != FieldChange.Side.MINE_ONLY)
            .toList();
    if (mine.isEmpty()) {
      say("[]");
      return;
    }
    EntityType target = change.field().target();
    List<Node> nodes = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int hidden = 0;
    for (Item item : mine) {
      boolean same = item.side() == FieldChange.Side.BOTH || side == Side.BASE;
      if (mine.size() > CHIPS && same && nodes.size() >= CHIPS / 2) {
        hidden++;
        continue;
      }
      Chip chip = new Chip(target == null ? null : Glyph.of(target), item.text());
      chip.show(kind(item));
      chip.keepWithin(chips);
      nodes.add(chip);
      words.add(words(item));
    }
    if (hidden > 0) {
      Label more = new Label(texts.get("review.items.more", hidden));
      more.getStyleClass().addAll("muted-text", "small-text");
      nodes.add(more);
      words.add(more.getText());
    }
    chips.getChildren().setAll(nodes);
    showOnly(chips);
    setAccessibleText(String.join(", ", words));
  }

  private Chip.Kind kind(Item item) {
    if (item.side() == FieldChange.Side.BOTH || side == Side.BASE) {
      return Chip.Kind.PLAIN;
    }
    if (item.side() == FieldChange.Side.BASE_ONLY) {
      return Chip.Kind.REMOVED;
    }
    return side == Side.MINE ? Chip.Kind.ADDED : Chip.Kind.UPSTREAM;
  }

  private String words(Item item) {
    return switch (kind(item)) {
      case PLAIN -> item.text();
      case ADDED, UPSTREAM -> texts.get("review.item.added", item.text());
      case REMOVED -> texts.get("review.item.removed", item.text());
    };
  }
}
