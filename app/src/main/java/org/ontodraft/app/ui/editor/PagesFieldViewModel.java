package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.app.ui.control.code.CodeSpan;
import org.ontodraft.app.ui.control.code.Colouring;

/** The pages of a dashboard: a list of names, and the text of the one that is shown. */
public final class PagesFieldViewModel extends FieldViewModel {
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObservableList<String> namesView = FXCollections.unmodifiableObservableList(names);
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(0);
  private final StringProperty text = new SimpleStringProperty("");

  /** The page that was chosen: shown again when it comes back after not being there for a while. */
  private String wanted = "";

  private boolean showing;
  private @Nullable Subscription pause;

  PagesFieldViewModel(FieldOwner owner, FieldContent content) {
    super(owner, content);
    showNewest();
    text.subscribe((before, now) -> changed());
  }

  /** The names in the document's order; the root page's is empty. */
  public ObservableList<String> names() {
    return namesView;
  }

  /** The place of the page whose text is shown, or -1. */
  public ReadOnlyIntegerProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /** The text of the page that is shown. */
  public StringProperty text() {
    return text;
  }

  /** Shows another page, keeping what was typed into this one. */
  public void show(int page) {
    if (page != shown.get() && page >= 0 && page < names.size()) {
      commit();
      shown.set(page);
      wanted = shownName();
      showText();
    }
  }

  /** Adds a page at the end and shows it. False when the name is taken. */
  public boolean add(String name) {
    commit();
    if (names.contains(name)) {
      refuse(new FieldProblem.PageExists(name));
      return false;
    }
    List<PageValue> pages = pages();
    pages.add(PageValue.create(name));
    set(pages, pages.size() - 1);
    return true;
  }

  /** Gives the shown page another name. False when the name is taken. */
  public boolean rename(String name) {
    commit();
    Optional<PageValue> page = page();
    if (page.isEmpty() || page.get().name().equals(name)) {
      return true;
    }
    if (names.contains(name)) {
      refuse(new FieldProblem.PageExists(name));
      return false;
    }
    List<PageValue> pages = pages();
    int place = place(pages);
    pages.set(place, page.get().renamed(name));
    set(pages, place);
    return true;
  }

  /** Takes the shown page out. */
  public void remove() {
    if (page().isPresent()) {
      forgetTyped();
      List<PageValue> pages = pages();
      int place = place(pages);
      pages.remove(place);
      set(pages, Math.min(place, pages.size() - 1));
    }
  }

  /** Works out the colours of a text; see {@link Colouring}. */
  void colour(CodeLanguage language, String now, Consumer<List<CodeSpan>> answer) {
    owner().lookups().colour(name(), language, now, answer);
  }

  @Override
  public void commit() {
    stopPause();
    if (typed()) {
      List<PageValue> pages = pages();
      int place = place(pages);
      if (place < 0) {
        // The page was taken away while somebody typed into it: the text brings it back.
        pages.add(PageValue.create(shownName()).withText(text.get()));
      } else {
        pages.set(place, pages.get(place).withText(text.get()));
      }
      keep(PageValue.toJson(pages));
    }
  }

  @Override
  boolean typed() {
    return !text.get().equals(page().map(PageValue::wikitext).orElse(""));
  }

  @Override
  void forgetTyped() {
    stopPause();
    showText();
  }

  @Override
  void showNewest() {
    List<PageValue> pages = pages();
    int chosen = place(pages, wanted);
    int place = chosen >= 0 ? chosen : place(pages);
    setNames(pages);
    shown.set(place >= 0 ? place : Math.min(Math.max(shown.get(), 0), pages.size() - 1));
    showText();
  }

  @Override
  void close() {
    stopPause();
  }

  private List<PageValue> pages() {
    return new ArrayList<>(PageValue.of(latest()));
  }

  /** The page that is shown, found by its name: places move when the draft changes elsewhere. */
  private Optional<PageValue> page() {
    List<PageValue> pages = pages();
    int place = place(pages);
    return place < 0 ? Optional.empty() : Optional.of(pages.get(place));
  }

  private int place(List<PageValue> pages) {
    if (shown.get() < 0 || shown.get() >= names.size()) {
      return -1;
    }
    return place(pages, shownName());
  }

  private static int place(List<PageValue> pages, String name) {
    return pages.stream().map(PageValue::name).toList().indexOf(name);
  }

  private String shownName() {
    return names.get(shown.get());
  }

  private void set(List<PageValue> pages, int show) {
    keep(PageValue.toJson(pages));
    setNames(pages);
    shown.set(show);
    wanted = show < 0 ? "" : shownName();
    showText();
  }

  private void setNames(List<PageValue> pages) {
    List<String> now = pages.stream().map(PageValue::name).toList();
    if (!now.equals(names)) {
      names.setAll(now);
    }
  }

  private void showText() {
    String now = page().map(PageValue::wikitext).orElse("");
    if (!now.equals(text.get())) {
      showing = true;
      text.set(now);
      showing = false;
    }
  }

  private void changed() {
    if (!showing) {
      stopPause();
      clearProblem();
      wanted = shown.get() < 0 ? "" : shownName();
      updateUnsaved();
      pause = owner().lookups().afterPause(this::commit);
    }
  }

  private void stopPause() {
    if (pause != null) {
      pause.close();
      pause = null;
    }
  }
}
