package org.ontodraft.app.ui.control.code;

import java.util.Collection;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.ontodraft.app.ui.common.Texts;

/**
 * A text with a grammar, in colours, to read or to type into. It has an undo of its own that
 * forgets when another text is shown. Its owner closes it. FX thread.
 */
public final class CodeEditor extends VBox {
  private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("readonly");

  /** Of a line, before it is known how wide the text is shown. */
  private static final int USUAL_COLUMNS = 80;

  private final CodeLanguage language;
  private final Colouring colouring;
  private final Texts texts;
  private final CodeArea area = new CodeArea(this::told);
  private final StackPane frame;
  private final Label said = new Label();
  private Runnable typed = () -> {};
  private boolean showing;
  private boolean wanted;
  private boolean excerpt;
  private long revision;

  /**
   * An empty text.
   *
   * @param name what the text is, for screen readers
   */
  public CodeEditor(String name, CodeLanguage language, Colouring colouring, Texts texts) {
    this.language = language;
    this.colouring = colouring;
    this.texts = texts;
    getStyleClass().add("code-editor");
    area.setAccessibleText(name);
    VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    frame = new StackPane(scroll);
    frame.getStyleClass().add("code-frame");
    VBox.setVgrow(frame, Priority.ALWAYS);
    said.getStyleClass().addAll("small-text", "field-problem");
    said.setWrapText(true);
    said.setVisible(false);
    said.setManaged(false);
    getChildren().addAll(frame, said);
    area.editableProperty().subscribe(can -> frame.pseudoClassStateChanged(READ_ONLY, !can));
    area.plainTextChanges().subscribe(change -> changed());
  }

  /** Is as high as its text within these bounds, in rows. */
  public CodeEditor growing(int leastRows, int mostRows) {
    frame
        .getChildren()
        .setAll(new GrowingFrame(frame.getChildren().getFirst(), leastRows, mostRows));
    return this;
  }

  /** Told after each change that somebody types. */
  public void onTyped(Runnable told) {
    typed = told;
  }

  /** What stands in it, with a line feed at each line's end. */
  public String text() {
    return area.getText();
  }

  /**
   * Shows a text; the caret stays where it can. Of one that {@link CodeLimits} do not allow the
   * beginning is shown, to read only.
   */
  public void show(String text) {
    excerpt = !CodeLimits.allow(text);
    area.setEditable(wanted && !excerpt);
    say(excerpt ? texts.get("code.excerpt", text.length()) : "");
    String now = excerpt ? CodeLimits.beginningOf(text) : text;
    if (now.equals(area.getText())) {
      return;
    }
    int caret = area.getCaretPosition();
    showing = true;
    area.replaceText(now);
    showing = false;
    area.getUndoManager().forgetHistory();
    area.moveTo(Math.min(caret, area.getLength()));
  }

  /** Puts the caret to a place, both from 1, as far as there is one. */
  public void goTo(int line, int column) {
    int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
    area.moveTo(paragraph, Math.clamp(column - 1L, 0, area.getParagraphLength(paragraph)));
    area.requestFollowCaret();
    area.requestFocus();
  }

  /** Whether it can be typed into. */
  public void editable(boolean can) {
    wanted = can;
    area.setEditable(can && !excerpt);
  }

  /** Whether it can be typed into. */
  public boolean isEditable() {
    return area.isEditable();
  }

  /** What gets the focus and the keys. */
  public Node input() {
    return area;
  }

  /** Lets go of what the text listens to. */
  public void close() {
    area.dispose();
  }

  private void changed() {
    revision++;
    if (!showing) {
      typed.run();
    }
    requestLayout();
    if (area.getLength() > CodeLanguage.MOST_COLOURED) {
      return;
    }
    long asked = revision;
    colouring.colour(
        language,
        area.getText(),
        spans -> {
          if (asked == revision && !spans.isEmpty()) {
            area.setStyleSpans(0, styled(spans, area.getLength()));
          }
        });
  }

  private static StyleSpans<Collection<String>> styled(List<CodeSpan> spans, int length) {
    StyleSpansBuilder<Collection<String>> styled = new StyleSpansBuilder<>();
    int at = 0;
    for (CodeSpan span : spans) {
      styled.add(List.of(), span.start() - at);
      styled.add(List.of(span.token().styleClass()), span.end() - span.start());
      at = span.end();
    }
    styled.add(List.of(), length - at);
    return styled.create();
  }

  private void told(CodeArea.Pasted pasted) {
    say(
        switch (pasted) {
          case CodeArea.Pasted.TooLong(int units, int line) ->
              texts.get(
                  "code.paste.too-long",
                  units,
                  line,
                  CodeLimits.MOST_UNITS,
                  CodeLimits.MOST_OF_A_LINE);
          case CodeArea.Pasted.Cleaned(long left) -> texts.get("code.paste.cleaned", left);
        });
  }

  private void say(String sentence) {
    said.setText(sentence);
    said.setVisible(!sentence.isEmpty());
    said.setManaged(!sentence.isEmpty());
  }

  /** As high as the lines of the text; a line that wraps counts as the rows it would take. */
  private final class GrowingFrame extends StackPane {
    private final int leastRows;
    private final int mostRows;
    private final Text ruler = new Text("X");

    GrowingFrame(Node scroll, int leastRows, int mostRows) {
      super(scroll);
      this.leastRows = leastRows;
      this.mostRows = mostRows;
      ruler.getStyleClass().add("code-ruler");
      ruler.setManaged(false);
      ruler.setVisible(false);
      getChildren().add(ruler);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
      return USUAL_COLUMNS * ruler.getLayoutBounds().getWidth();
    }

    @Override
    protected double computeMinWidth(double height) {
      return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
      double line = Math.ceil(ruler.getLayoutBounds().getHeight()) + 1;
      double known = width < 0 ? getWidth() : width;
      double columns =
          known <= 0
              ? USUAL_COLUMNS
              : Math.max(10, Math.floor((known - line) / ruler.getLayoutBounds().getWidth()));
      int rows = 0;
      for (int i = 0; i < area.getParagraphs().size() && rows < mostRows; i++) {
        rows += Math.max(1, (int) Math.ceil(area.getParagraphLength(i) / columns));
      }
      return line * (Math.clamp(rows, leastRows, mostRows) + 1);
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }
  }
}
