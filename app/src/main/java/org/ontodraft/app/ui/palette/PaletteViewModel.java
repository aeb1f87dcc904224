package org.ontodraft.app.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.search.IndexStanding;
import org.ontodraft.app.service.search.Search;
import org.ontodraft.app.service.search.SearchAnswer;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.ui.palette.PaletteGroup.Kind;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.search.NameHit;
import org.ontodraft.model.search.Ranking;
import org.ontodraft.model.search.SearchHit;
import org.ontodraft.model.search.SearchQuery;

/**
 * What is typed and what is found: entities by the search index, whatever else by its name. The
 * newest answer alone is shown. A prefix narrows: {@code >} to commands, {@code @} to modules. FX
 * thread.
 */
public final class PaletteViewModel implements AutoCloseable {
  /** Shows commands alone when it stands first. */
  public static final String COMMANDS = ">";

  /** Shows modules and bundles alone when it stands first. */
  public static final String MODULES = "@";

  private static final int MOST_BESIDE_ENTITIES = 5;
  private static final int MOST = 100;

  private final @Nullable Search search;
  private final Entities entities;
  private final List<PaletteGroup> groups;
  private final Subscriptions subscriptions = new Subscriptions();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
  private final ObservableList<PaletteRow> rowsView =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(Standing.NOTHING_ASKED);
  private final ReadOnlyObjectWrapper<IndexStanding> index =
      new ReadOnlyObjectWrapper<>(new IndexStanding.Ready());
  private SearchAnswer answer = SearchAnswer.NONE;
  private Runnable onceFound = () -> {};

  /** What the list has to say. */
  public enum Standing {
    NOTHING_ASKED,
    LOOKING,
    FOUND,
    NOTHING_FOUND
  }

  /**
   * What is known of entities.
   *
   * @param heading what stands above them
   * @param status what the draft does to one
   */
  public record Entities(
      String heading,
      Optional<SearchService> service,
      Function<EntityKey, EntityStatus> status,
      Consumer<EntityKey> open) {}

  /**
   * A palette over these.
   *
   * @param fx runs on the FX thread
   */
  public PaletteViewModel(Entities entities, List<PaletteGroup> groups, Executor fx) {
    this.entities = entities;
    this.groups = List.copyOf(groups);
    this.search = entities.service().map(SearchService::open).orElse(null);
    if (search != null) {
      subscriptions.add(search.answer().follow(found -> fx.execute(() -> take(found))));
    }
    entities
        .service()
        .ifPresent(service ->
            subscriptions.add(service.standing().follow(now -> fx.execute(() -> index.set(now)))));
    text.subscribe(this::ask);
  }

  private void ask(String typed) {
    onceFound = () -> {};
    if (search != null) {
      search.ask(withEntities() ? typed : "");
    }
    if (!isAsking() || rows.isEmpty()) {
      show();
    }
  }

  private void take(SearchAnswer found) {
    if (found.text().equals(text.get())) {
      answer = found;
      show();
      Runnable waiting = onceFound;
      onceFound = () -> {};
      waiting.run();
    }
  }

  /**
   * Runs something as soon as the rows answer what is typed: at once, or when the answer is there.
   * Forgotten when something else is typed.
   */
  public void onceFound(Runnable run) {
    if (isAsking() && !answer.text().equals(text.get())) {
      onceFound = run;
    } else {
      run.run();
    }
  }

  private boolean isAsking() {
    return search != null && withEntities() && !text.get().isBlank();
  }

  /**
   * Until the new answer is there the rows of the one before stay, commands and pages among them,
   * so that nothing flickers and the list is laid out once for a key.
   */
  private void show() {
    SearchQuery query = SearchQuery.of(asked());
    List<PaletteRow> found = new ArrayList<>();
    boolean asking = isAsking();
    if (asking && !answer.hits().isEmpty()) {
      found.add(new PaletteRow.Heading(entities.heading(), answer.hits().size()));
      for (SearchHit hit : answer.hits()) {
        found.add(new PaletteRow.Entity(hit, entities.status().apply(hit.key())));
      }
    }
    int most = withEntities() && !query.isEmpty() ? MOST_BESIDE_ENTITIES : MOST;
    for (PaletteGroup group : groups) {
      if (kinds().contains(group.kind())) {
        List<PaletteRow.Entry> fitting = fitting(group, query);
        if (!fitting.isEmpty()) {
          found.add(new PaletteRow.Heading(group.heading(), fitting.size()));
          fitting.stream().limit(most).forEach(found::add);
        }
      }
    }
    if (!rows.equals(found)) {
      rows.setAll(found);
    }
    if (!found.isEmpty()) {
      standing.set(Standing.FOUND);
    } else if (asked().isBlank()) {
      standing.set(Standing.NOTHING_ASKED);
    } else {
      boolean waiting = asking && !answer.text().equals(text.get());
      standing.set(waiting ? Standing.LOOKING : Standing.NOTHING_FOUND);
    }
  }

  private boolean withEntities() {
    return !text.get().startsWith(COMMANDS) && !text.get().startsWith(MODULES);
  }

  private String asked() {
    return withEntities() ? text.get() : text.get().substring(1);
  }

  /** Without a prefix and a text the commands would bury where one has been. */
  private Set<Kind> kinds() {
    if (text.get().startsWith(COMMANDS)) {
      return EnumSet.of(Kind.COMMANDS);
    }
    if (text.get().startsWith(MODULES)) {
      return EnumSet.of(Kind.MODULES);
    }
    return text.get().isBlank()
        ? EnumSet.of(Kind.PAGES, Kind.DRAFTS)
        : EnumSet.of(Kind.COMMANDS, Kind.DRAFTS, Kind.PAGES);
  }

  /** An entry and how well it fits. */
  private record Fit(PaletteEntry entry, NameHit hit) {}

  private static List<PaletteRow.Entry> fitting(PaletteGroup group, SearchQuery query) {
    if (query.isEmpty()) {
      return group.entries().stream().map(entry -> new PaletteRow.Entry(entry, List.of())).toList();
    }
    Ranking ranking = new Ranking(query);
    return group.entries().stream()
        .flatMap(entry -> ranking.name(entry.name()).map(hit -> new Fit(entry, hit)).stream())
        .sorted(Comparator.comparing(Fit::hit))
        .map(fit -> new PaletteRow.Entry(fit.entry(), fit.hit().marks()))
        .toList();
  }

  /** What is typed. */
  public StringProperty text() {
    return text;
  }

  /** What was found, by kind, the best first. */
  public ObservableList<PaletteRow> rows() {
    return rowsView;
  }

  /** What the list has to say. */
  public ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  /** Whether there are commands and modules to narrow to. */
  boolean narrows() {
    return groups.stream().anyMatch(group -> group.kind() == Kind.COMMANDS);
  }

  /** How far the index is. */
  public ReadOnlyObjectProperty<IndexStanding> index() {
    return index.getReadOnlyProperty();
  }

  /** Whether a row can be chosen. */
  public static boolean canBeChosen(PaletteRow row) {
    return switch (row) {
      case PaletteRow.Heading heading -> false;
      case PaletteRow.Entity entity -> true;
      case PaletteRow.Entry(PaletteEntry entry, var marks) -> entry.possible();
    };
  }

  /** Does what a row stands for, if it can be chosen. */
  public void choose(PaletteRow row) {
    if (canBeChosen(row)) {
      switch (row) {
        case PaletteRow.Heading heading -> {}
        case PaletteRow.Entity(SearchHit hit, var status) -> entities.open().accept(hit.key());
        case PaletteRow.Entry(PaletteEntry entry, var marks) -> entry.run().run();
      }
    }
  }

  @Override
  public void close() {
    subscriptions.close();
    if (search != null) {
      search.close();
    }
  }
}
