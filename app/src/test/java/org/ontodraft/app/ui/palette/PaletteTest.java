package org.ontodraft.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.search.IndexedSearchService;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.palette.PaletteGroup.Kind;
import org.ontodraft.app.ui.palette.PaletteViewModel.Standing;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.persistence.search.LuceneSearchIndex;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.StringNode;

/** Going to anything and running commands by keys alone. */
@ExtendWith(FxTest.class)
class PaletteTest {
  @TempDir Path folder;

  private final List<TaskFailure> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(FxThread::run, faults::add);
  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(
          Map.of(
              "categories/Herb.json", json("Herb", "Herb", "smells"),
              "categories/Herb_garden.json", json("Herb_garden", "Garden of herbs", ""),
              "categories/Moss.json", json("Moss", "Moss", "no herb at all"),
              "properties/Has_name.json", json("Has_name", "Name", ""),
              "properties/Has_long.json",
                  json(
                      "Has_long",
                      "Herbaceous plants with a label that is " + "long ".repeat(20),
                      "")));
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final List<String> hidden = new ArrayList<>();
  private final List<String> chosen = new ArrayList<>();
  private final FxRobot robot = new FxRobot();
  private IndexedSearchService service;
  private PaletteViewModel viewModel;

  private static String json(String key, String label, String description) {
    return "{\"id\":\""
        + key
        + "\",\"label\":\""
        + label
        + "\",\"description\":\""
        + description
        + "\"}\n";
  }

  @BeforeEach
  void make() {
    service =
        new IndexedSearchService(
            () -> LuceneSearchIndex.open(folder.resolve("search")),
            workspace.canonical(),
            workspace.effective(),
            tasks,
            new Lull());
    viewModel =
        onFx(() ->
            new PaletteViewModel(
                new PaletteViewModel.Entities(
                    "Entities",
                    Optional.of(service),
                    key -> workspace.effective().get().status(key),
                    navigator::openEntity),
                groups(),
                FxThread::run));
  }

  @AfterEach
  void close() {
    onFx(viewModel::close);
    tasks.close();
    service.close();
    assertThat(faults).isEmpty();
  }

  private List<PaletteGroup> groups() {
    return List.of(
        new PaletteGroup(Kind.PAGES, "Pages", List.of(entry("Review changes", ""))),
        new PaletteGroup(Kind.DRAFTS, "Drafts", List.of(entry("Herbs for the summer", ""))),
        new PaletteGroup(Kind.MODULES, "Modules", List.of(entry("Herbarium", ""))),
        new PaletteGroup(
            Kind.COMMANDS,
            "Commands",
            List.of(
                entry("Validate", ""),
                entry("Submit\u2026", "The draft changes nothing yet"),
                entry("Close tab", ""),
                entry("Close the draft", ""))));
  }

  private PaletteEntry entry(String name, String missing) {
    return new PaletteEntry(name, "", "Ctrl+X", missing, null, () -> chosen.add(name));
  }

  private List<String> names() {
    return viewModel.rows().stream()
        .map(row ->
            switch (row) {
              case PaletteRow.Heading(String text, int count) -> "# " + text + " " + count;
              case PaletteRow.Entity entity -> entity.hit().key().key();
              case PaletteRow.Entry entry -> entry.entry().name();
            })
        .toList();
  }

  private PalettePane pane() {
    return new PalettePane(viewModel, Texts.load(), () -> hidden.add("hidden"));
  }

  private Stage show() {
    return onFx(() -> {
      PalettePane pane = pane();
      Stage stage = new Stage();
      stage.setScene(new Scene(pane, 700, 420));
      Screenshots.theme().attach(stage.getScene());
      stage.show();
      pane.field().requestFocus();
      assertThat(Accessibility.unnamed(pane)).isEmpty();
      return stage;
    });
  }

  private List<String> keys() {
    return viewModel.rows().stream()
        .filter(PaletteRow.Entity.class::isInstance)
        .map(row -> ((PaletteRow.Entity) row).hit().key().key())
        .toList();
  }

  @Test
  void enterOpensTheFirstHitAndArrowsTheOthers() {
    Stage stage = show();
    assertThat(names())
        .containsExactly("# Pages 1", "Review changes", "# Drafts 1", "Herbs for the summer");
    robot.write("herb");
    until(() -> keys().size() == 4);
    robot.type(KeyCode.ENTER);
    until(() -> navigator.calls().size() == 1);
    assertThat(navigator.calls().getFirst()).contains("Herb");
    assertThat(hidden).hasSize(1);

    robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
    until(() -> navigator.calls().size() == 2);
    assertThat(navigator.calls().get(1)).contains(keys().get(1));
    onFx(stage::close);
  }

  @Test
  void enterBeforeTheAnswerIsThereOpensTheBestHitOfWhatIsTyped() {
    Stage stage = show();
    robot.write("herb");
    until(() -> keys().size() == 4);
    TextField field = (TextField) robot.lookup("#palette-field").query();
    onFx(() -> {
      field.setText("moss");
      field.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
      assertThat(hidden).as("what is shown answers something else").isEmpty();
    });
    until(() -> navigator.calls().size() == 1);
    assertThat(navigator.calls().getFirst()).contains("Moss");
    onFx(stage::close);
  }

  @Test
  void escapeGoesAwayAndOpensNothing() {
    Stage stage = show();
    robot.write("herb").type(KeyCode.ESCAPE);
    until(() -> hidden.size() == 1);
    assertThat(navigator.calls()).isEmpty();
    onFx(stage::close);
  }

  @Test
  void whatIsNotThereIsSaid() {
    Stage stage = show();
    robot.write("zebra");
    until(() -> viewModel.standing().get() == Standing.NOTHING_FOUND);
    robot.type(KeyCode.ENTER);
    FxTest.settle();
    assertThat(navigator.calls()).isEmpty();
    assertThat(hidden).isEmpty();
    onFx(stage::close);
  }

  @Test
  void theSelectionIsTheBestHitOfTheNewestText() {
    Stage stage = show();
    robot.write("moss");
    until(() -> keys().equals(List.of("Moss")));
    onFx(() -> viewModel.text().set("garden"));
    until(() -> keys().equals(List.of("Herb_garden")));
    PaletteRow selected =
        onFx(() ->
            (PaletteRow)
                ((ListView<?>) stage.getScene().getRoot().lookup(".list-view"))
                    .getSelectionModel()
                    .getSelectedItem());
    assertThat(selected)
        .isInstanceOfSatisfying(
            PaletteRow.Entity.class,
            entity -> assertThat(entity.hit().key().key()).isEqualTo("Herb_garden"));
    onFx(stage::close);
  }

  @Test
  void commandsAreFoundInSpiteOfTyposAndSayWhatIsMissing() {
    Stage stage = show();
    robot.write(">valdate");
    until(() -> names().equals(List.of("# Commands 1", "Validate")));
    robot.type(KeyCode.ENTER);
    until(() -> chosen.equals(List.of("Validate")));
    onFx(() -> viewModel.text().set(">submit"));
    until(() -> names().equals(List.of("# Commands 1", "Submit\u2026")));
    robot.type(KeyCode.ENTER);
    FxTest.settle();
    assertThat(chosen).containsExactly("Validate");
    onFx(() -> viewModel.text().set(">close"));
    assertThat(names()).containsExactly("# Commands 2", "Close tab", "Close the draft");
    onFx(stage::close);
  }

  @Test
  void draftsAndModulesAreFoundBesideEntities() {
    onFx(() -> viewModel.text().set("herbs"));
    until(() -> keys().contains("Herb_garden"));
    assertThat(names()).contains("Herbs for the summer").doesNotContain("Herbarium");
    onFx(() -> viewModel.text().set("@herb"));
    until(() -> names().equals(List.of("# Modules 1", "Herbarium")));
  }

  @Test
  void whatTheDraftAddsIsFoundWithItsMark() {
    workspace.withDraft();
    workspace
        .session()
        .setField(
            EntityKey.of(EntityType.CATEGORY, "Moss"), "label", StringNode.valueOf("Peat moss"));
    onFx(() -> viewModel.text().set("peat"));
    until(() -> keys().equals(List.of("Moss")));
    assertThat(viewModel.rows().get(1))
        .isInstanceOfSatisfying(
            PaletteRow.Entity.class,
            entity -> assertThat(entity.status()).isEqualTo(EntityStatus.MODIFIED));
  }

  @Test
  void itHasItsPicture() {
    onFx(() -> viewModel.text().set("herb"));
    until(() -> keys().size() == 4);
    Screenshots.take("palette", 780, 480, () -> new StackPane(pane()));
    onFx(() -> viewModel.text().set("zebra"));
    until(() -> viewModel.standing().get() == Standing.NOTHING_FOUND);
    Screenshots.take("palette-none", 780, 480, () -> new StackPane(pane()));
  }

  private static void until(BooleanSupplier holds) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds::getAsBoolean));
    } catch (TimeoutException late) {
      throw new AssertionError("did not come about", late);
    }
    FxTest.settle();
  }
}
