package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.testing.CasesDocument;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * The situations of docs/rebase-cases.md as clicks: what the page asks is decided by its buttons,
 * and the draft that is moved holds what the table says.
 */
@ExtendWith(FxTest.class)
class SituationsWindowTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "rebase-cases.md");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  /** Which side's button is clicked wherever something is asked. */
  enum Side {
    MINE("1"),
    UPSTREAM("2");

    private final String digit;

    Side(String digit) {
      this.digit = digit;
    }
  }

  /** A row about one entity, and the side that is taken. */
  record OneEntity(List<String> cells, Side side) {
    EntityKey key() {
      return Snapshots.key(cells.get(2));
    }

    /** The document of a column; null where it has none. */
    @Nullable EntityDocument document(int column) {
      String text = cells.get(column);
      return text.equals("-") ? null : Snapshots.document(key(), "{" + text + "}");
    }

    boolean asks() {
      return cells.get(7).contains("CONFLICT")
          || Stream.of("DELETED_UPSTREAM", "UPDATED_UPSTREAM", "CREATED_TWICE")
              .anyMatch(cells.get(7)::startsWith);
    }

    /** What the table says, with the side's values where it says that the curator decides. */
    @Nullable EntityDocument expected() {
      EntityDocument result = document(6);
      EntityDocument theirs = document(5);
      if (side == Side.MINE) {
        return cells.get(7).startsWith("CREATED_TWICE") ? document(4) : result;
      }
      if (!cells.get(7).startsWith("MERGED")) {
        return theirs;
      }
      EntityDocument expected = Objects.requireNonNull(result);
      for (String field : cells.get(7).split(" ")) {
        if (field.contains("=CONFLICT")) {
          String name = field.substring(0, field.indexOf('='));
          expected = expected.with(key().type(), name, theirs == null ? null : theirs.get(name));
        }
      }
      return expected;
    }

    @Override
    public String toString() {
      return cells.get(0) + " " + cells.get(1) + ", " + side;
    }
  }

  static Stream<OneEntity> oneEntity() {
    return CasesDocument.rows(DOCUMENT, "One entity").stream()
        .filter(cells -> cells.getFirst().startsWith("S"))
        .flatMap(cells ->
            Stream.of(Side.values())
                .map(side -> new OneEntity(cells, side))
                .filter(row -> row.side() == Side.MINE || row.asks()));
  }

  /** A row about a whole draft. */
  record WholeDraft(List<String> cells) {
    @Override
    public String toString() {
      return cells.get(0) + " " + cells.get(1);
    }
  }

  static Stream<WholeDraft> wholeDraft() {
    return CasesDocument.rows(DOCUMENT, "A whole draft").stream()
        .filter(cells -> cells.getFirst().startsWith("S"))
        .map(WholeDraft::new);
  }

  @BeforeEach
  void start() {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("garden.git"));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneEntity")
  void oneEntity(OneEntity row) throws InterruptedException {
    EntityKey key = row.key();
    commit("base", documents(key, row.document(3)));
    Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession draft = RealServices.done(workspace.startDraft("Mine"));
    edit(draft, key, Optional.ofNullable(row.document(4)));

    commit("upstream", documents(key, row.document(5)));
    new RebaseClicks(window, workspace).move(row.side().digit);

    assertThat(workspace.effective().get().effectiveDocument(key)).isEqualTo(row.expected());
  }

  private static Map<EntityKey, Optional<EntityDocument>> documents(
      EntityKey key, @Nullable EntityDocument document) {
    return Map.of(key, Optional.ofNullable(document));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeDraft")
  void wholeDraft(WholeDraft row) throws InterruptedException {
    commit("base", edits(String.join(" ; ", CasesDocument.block(DOCUMENT, "text base"))));
    Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession draft = RealServices.done(workspace.startDraft("Mine"));
    edits(row.cells().get(2)).forEach((key, document) -> edit(draft, key, document));

    commit("upstream", edits(row.cells().get(3)));
    new RebaseClicks(window, workspace).move(Side.MINE.digit);

    if (row.cells().get(6).isEmpty() || row.cells().get(6).startsWith("(")) {
      assertThat(changes(workspace.effective().get()))
          .isEqualTo(row.cells().get(4).replaceAll(" /[^;]*", "").strip());
    }
    Waiting.until("what is found in the moved draft", () -> errors(workspace).isEmpty());
  }

  @Test
  void s22_upstream_moves_a_second_time_before_anybody_looked() throws InterruptedException {
    EntityKey key = Snapshots.key("category:C");
    commit("base", documents(key, Snapshots.document(key, "{'label':'X','description':'D'}")));
    Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession draft = RealServices.done(workspace.startDraft("Mine"));
    edit(draft, key, Optional.of(Snapshots.document(key, "{'label':'X','description':'mine'}")));
    commit("one", documents(key, Snapshots.document(key, "{'label':'Y','description':'D'}")));
    new RebaseClicks(window, workspace).fetch();

    commit("two", documents(key, Snapshots.document(key, "{'label':'Y','description':'theirs'}")));
    new RebaseClicks(window, workspace).move(Side.MINE.digit);

    assertThat(workspace.effective().get().effectiveDocument(key))
        .isEqualTo(Snapshots.document(key, "{'label':'Y','description':'mine'}"));
  }

  @Test
  void s27_another_draft_that_edits_the_same_entity_is_merged_first() throws InterruptedException {
    EntityKey key = Snapshots.key("category:C");
    commit("base", documents(key, Snapshots.document(key, "{'label':'X','description':'D'}")));
    Workspace workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession first = RealServices.done(workspace.startDraft("First"));
    edit(
        first,
        key,
        Optional.of(Snapshots.document(key, "{'label':'of the first','description':'E'}")));
    EntityDocument merged =
        Objects.requireNonNull(workspace.effective().get().effectiveDocument(key));
    DraftSession second = RealServices.done(workspace.startDraft("Second"));
    edit(
        second,
        key,
        Optional.of(Snapshots.document(key, "{'label':'of the second','description':'D'}")));

    commit("the first draft", documents(key, merged));
    new RebaseClicks(window, workspace).move(Side.UPSTREAM.digit);

    assertThat(workspace.effective().get().effectiveDocument(key)).isEqualTo(merged);
    assertThat(workspace.effective().get().changes()).isEmpty();
  }

  private static List<Finding> errors(Workspace workspace) {
    return workspace.findings().get().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static String changes(DraftOverlay overlay) {
    List<String> changes = new ArrayList<>();
    overlay
        .changes()
        .forEach(change -> changes.add(change.getClass().getSimpleName() + " " + change.key()));
    changes.sort(null);
    return String.join("; ", changes);
  }

  private void commit(String message, Map<EntityKey, Optional<EntityDocument>> documents) {
    upstream.file(
        "categories/Filler.json", "{\"id\": \"Filler\", \"label\": \"" + message + "\"}\n");
    new TreeMap<>(documents)
        .forEach((key, document) -> {
          String path = RepositoryLayout.pathOf(key);
          if (document.isPresent()) {
            upstream.file(path, document.get().json().toPrettyString() + "\n");
          } else if (!message.equals("base")) {
            upstream.delete(path);
          }
        });
    upstream.commit(message);
  }

  private static void edit(DraftSession draft, EntityKey key, Optional<EntityDocument> document) {
    boolean there = draft.effective().get().effectiveDocument(key) != null;
    if (document.isEmpty()) {
      RealServices.done(draft.delete(key));
    } else if (there) {
      RealServices.done(draft.change(key, before -> document.get()));
    } else {
      RealServices.done(draft.create(key, document.get()));
    }
  }

  /** {@code category:A {..}} writes it, {@code category:A} deletes it. */
  private static Map<EntityKey, Optional<EntityDocument>> edits(String text) {
    Map<EntityKey, Optional<EntityDocument>> edits = new LinkedHashMap<>();
    for (String edit : text.split(" ; ")) {
      int space = edit.indexOf(' ');
      EntityKey key = Snapshots.key(space < 0 ? edit : edit.substring(0, space));
      edits.put(
          key,
          space < 0
              ? Optional.empty()
              : Optional.of(Snapshots.document(key, edit.substring(space))));
    }
    return edits;
  }
}
