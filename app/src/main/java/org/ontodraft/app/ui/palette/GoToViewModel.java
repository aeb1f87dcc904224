package org.ontodraft.app.ui.palette;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.app.service.search.IndexStanding;
import org.ontodraft.app.service.search.Search;
import org.ontodraft.app.service.search.SearchAnswer;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.model.search.SearchHit;

/** What is typed and what is found; the newest answer alone is shown. FX thread. */
public final class GoToViewModel implements AutoCloseable {
  private final Search search;
  private final Navigator navigator;
  private final Subscriptions subscriptions = new Subscriptions();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
  private final ObservableList<SearchHit> hitsView = FXCollections.unmodifiableObservableList(hits);
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(Standing.NOTHING_ASKED);
  private final ReadOnlyObjectWrapper<IndexStanding> index;

  /** What the list has to say. */
  public enum Standing {
    NOTHING_ASKED,
    LOOKING,
    FOUND,
    NOTHING_FOUND
  }

  /**
   * A search of its own.
   *
   * @param fx runs on the FX thread
   */
  public GoToViewModel(SearchService service, Navigator navigator, Executor fx) {
    this.search = service.open();
    this.navigator = navigator;
    this.index = new ReadOnlyObjectWrapper<>(service.standing().get());
    subscriptions.add(search.answer().follow(answer -> fx.execute(() -> show(answer))));
    subscriptions.add(service.standing().follow(now -> fx.execute(() -> index.set(now))));
    text.subscribe(this::ask);
  }

  private void ask(String typed) {
    if (typed.isBlank()) {
      hits.clear();
      standing.set(Standing.NOTHING_ASKED);
    } else if (hits.isEmpty()) {
      standing.set(Standing.LOOKING);
    }
    search.ask(typed);
  }

  private void show(SearchAnswer answer) {
    if (!answer.text().equals(text.get()) || answer.text().isBlank()) {
      return;
    }
    if (!hits.equals(answer.hits())) {
      hits.setAll(answer.hits());
    }
    standing.set(hits.isEmpty() ? Standing.NOTHING_FOUND : Standing.FOUND);
  }

  /** What is typed. */
  public StringProperty text() {
    return text;
  }

  /** The best hits, in order. */
  public ObservableList<SearchHit> hits() {
    return hitsView;
  }

  /** What the list has to say. */
  public ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  /** How far the index is. */
  public ReadOnlyObjectProperty<IndexStanding> index() {
    return index.getReadOnlyProperty();
  }

  /** Opens what was found. */
  public void open(SearchHit hit) {
    navigator.openEntity(hit.key());
  }

  @Override
  public void close() {
    subscriptions.close();
    search.close();
  }
}
