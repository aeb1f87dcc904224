package org.ontodraft.app.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.graph.GraphNotes;
import org.ontodraft.app.service.graph.LayeredLayout;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FileChoosers;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.w3c.dom.Document;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

@ExtendWith(FxTest.class)
class GraphViewTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  @TempDir Path folder;

  private final Texts texts = Texts.load();
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final NoticeBoard board = new NoticeBoard();
  private final FxRobot robot = new FxRobot();
  private final List<GraphViewModel> models = new ArrayList<>();
  private GraphNotes notes = new GraphNotes(null);
  private final Map<String, Path> chosen = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private TaskRunner tasks;

  @SuppressWarnings("NullAway.Init")
  private MemoryWorkspace workspace;

  private record Shown(GraphViewModel model, GraphView view) {
    GraphPicture picture() {
      return onFx(() -> model.picture().get());
    }

    OntologyGraph graph() {
      return picture().graph();
    }
  }

  @BeforeEach
  void open() {
    tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.task(), failure.cause());
            });
    workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
  }

  @AfterEach
  void close() {
    onFx(() -> models.forEach(GraphViewModel::close));
    tasks.close();
  }

  private GraphViewModel model(EntityKey focus) {
    GraphViewModel model =
        new GraphViewModel(
            focus, workspace, new LayeredLayout(), notes, tasks, navigator, FxThread::run);
    models.add(model);
    return model;
  }

  private GraphView view(GraphViewModel model) {
    Dialogs dialogs = new Dialogs(texts, Screenshots.theme(), () -> null, new Chosen());
    return new GraphView(
        model,
        texts,
        new GraphExport(
            GraphViewTest::png, tasks, dialogs, new ErrorPresenter(texts, board), board));
  }

  private static void png(Image picture, Path file) throws IOException {
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
  }

  /** Somebody who always knows which file is meant. */
  private final class Chosen implements FileChoosers {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file(String title, String kind, List<String> patterns) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> newFile(String title, String name, String kind, List<String> patterns) {
      return Optional.ofNullable(chosen.getOrDefault(name, folder.resolve(name)));
    }
  }

  private Shown show(EntityKey focus) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Shown shown =
        onFx(() -> {
          GraphViewModel model = model(focus);
          GraphView view = view(model);
          Scene scene = new Scene(view.root(), 980, 900);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return new Shown(model, view);
        });
    settled(shown);
    onFx(() -> shown.view().focus());
    return shown;
  }

  private static void settled(Shown shown) throws Exception {
    Until.fx(() -> !shown.model().busy().get());
  }

  private static EntityKey key(EntityType type, String key) {
    return EntityKey.of(type, key);
  }

  private static EntityKey selected(Shown shown) {
    return onFx(() -> shown.model().selected().get());
  }

  @Test
  void arrowsFollowTheLinksAndKeysDoTheRest() throws Exception {
    Shown shown = show(PERSON);
    assertThat(onFx(() -> Accessibility.unnamed(shown.view().root()))).isEmpty();
    robot.type(KeyCode.DOWN);
    EntityKey below = selected(shown);
    assertThat(below).isNotEqualTo(PERSON);
    assertThat(shown.graph().linksOf(PERSON)).anyMatch(link -> link.other(PERSON).equals(below));
    assertThat(onFx(() -> shown.view().root().getScene().getFocusOwner().getAccessibleText()))
        .startsWith(below.key());
    robot.type(KeyCode.UP);
    assertThat(selected(shown)).isEqualTo(PERSON);
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER).type(KeyCode.G).type(KeyCode.HOME);
    assertThat(navigator.calls())
        .containsExactly("open Entity[key=" + below + "]", "open Graph[key=" + below + "]");
    assertThat(selected(shown)).isEqualTo(PERSON);
    Map<EntityKey, Spot> before = shown.picture().spots();
    robot.type(KeyCode.DOWN).type(KeyCode.ADD);
    Until.fx(() -> shown.model().question().get().expanded().contains(below));
    settled(shown);
    assertThat(shown.picture().spots()).containsAllEntriesOf(before);
  }

  @Test
  void theTableIsTheSameGraphWithTheSameChoice() throws Exception {
    Shown shown = show(PERSON);
    robot.type(KeyCode.DOWN);
    EntityKey below = selected(shown);
    robot.type(KeyCode.T);
    TableView<?> table = (TableView<?>) robot.lookup(".graph-table").query();
    Until.fx(() -> table.isFocused());
    assertThat(onFx(() -> ((GraphNode) table.getSelectionModel().getSelectedItem()).key()))
        .isEqualTo(below);
    assertThat(onFx(() -> table.getItems().size())).isEqualTo(shown.graph().nodes().size());
    robot.type(KeyCode.HOME);
    assertThat(selected(shown)).isEqualTo(PERSON);
    robot.type(KeyCode.T);
    Until.fx(() -> shown.view().root().getScene().getFocusOwner() instanceof NodeShape);
  }

  @Test
  void byMouseANodeIsChosenAndOpenedAndItsMenuOffersTheRest() throws Exception {
    Shown shown = show(PERSON);
    EntityKey agent = key(EntityType.CATEGORY, "Agent");
    var node =
        robot
            .lookup((Node each) -> each instanceof NodeShape s && s.node().key().equals(agent))
            .query();
    robot.clickOn(node);
    assertThat(selected(shown)).isEqualTo(agent);
    robot.doubleClickOn(node);
    assertThat(navigator.calls()).contains("open Entity[key=" + agent + "]");
    robot.rightClickOn(node).clickOn("Draw the graph around it   (G)");
    assertThat(navigator.calls()).contains("open Graph[key=" + agent + "]");
    double zoom = onFx(() -> ((GraphCanvas) robot.lookup(".graph-canvas").query()).lens().zoom());
    robot.clickOn(robot.lookup(".graph-zoom .button").<Node>query());
    assertThat(onFx(() -> ((GraphCanvas) robot.lookup(".graph-canvas").query()).lens().zoom()))
        .isGreaterThan(zoom);
  }

  @Test
  void anEditChangesTheMarksAndLeavesThePlaces() throws Exception {
    Shown shown = show(PERSON);
    Map<EntityKey, Spot> before = shown.picture().spots();
    workspace
        .session()
        .setField(PERSON, "parents", JsonNodeFactory.instance.arrayNode().add("Robot"));
    Until.fx(() ->
        shown.model().picture().get().graph().node(key(EntityType.CATEGORY, "Robot")).isPresent());
    settled(shown);
    assertThat(shown.picture().spots()).containsAllEntriesOf(before);
    workspace.session().delete(PERSON);
    Until.fx(() -> shown.model().status().get() == EntityStatus.DELETED);
    settled(shown);
    assertThat(shown.picture().spots()).containsKey(PERSON);
    workspace.session().delete(key(EntityType.CATEGORY, "Agent"));
    settled(shown);
    assertThat(shown.picture().spots()).containsAllEntriesOf(before);
  }

  @Test
  void anEntityThatIsTakenBackSaysThatItIsGone() throws Exception {
    EntityKey fresh = key(EntityType.CATEGORY, "Fresh");
    workspace.session().setField(PERSON, "description", StringNode.valueOf("Other."));
    Shown shown = show(fresh);
    Until.fx(() -> shown.model().gone().get());
    assertThat(robot.lookup("There is no Fresh here any more").tryQuery()).isPresent();
  }

  @Test
  void aHubIsCutAndSaysHowToGoOn() throws Exception {
    Map<String, String> files = new TreeMap<>();
    put(files, "Hub", "Hub", "");
    for (int i = 0; i < 20_000; i++) {
      put(files, "Child_%05d".formatted(i), "Child", ", \"parents\": [\"Hub\"]");
    }
    workspace = MemoryWorkspace.of(files).withDraft();
    Shown shown = show(key(EntityType.CATEGORY, "Hub"));
    assertThat(shown.graph().nodes()).hasSize(OntologyGraph.MAX_NODES);
    assertThat(robot.lookup(".graph-beyond .label").<Label>query().getText())
        .contains("300 entities are shown; at least 19,701 more");
  }

  @Test
  void strangeLabelsAreDrawnAndWritten() throws Exception {
    Map<String, String> files = new TreeMap<>();
    put(files, "Long", "x".repeat(5_000), ", \"parents\": [\"Long\", \"Rtl\"]");
    put(files, "Rtl", "\u05e9\u05dc\u05d5\u05dd \u202e <&>", "");
    put(files, "Emoji", "\uD83D\uDE00".repeat(40), ", \"parents\": [\"Long\"]");
    workspace = MemoryWorkspace.of(files).withDraft();
    Shown shown = show(key(EntityType.CATEGORY, "Long"));
    String svg = new GraphSvg(new GraphTexts(texts)).write("Graph \u0001: <Long>", shown.picture());
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(parsed.getElementsByTagName("text").getLength()).isGreaterThan(4);
    assertThat(svg).contains("\u05e9\u05dc\u05d5\u05dd &lt;U+202E&gt; &lt;&amp;&gt;");
    assertThat(svg.length()).isLessThan(20_000);
  }

  @Test
  void pictureAndTextAreSavedAndAFileThatCannotBeSaysSo() throws Exception {
    show(PERSON);
    robot.clickOn("#graph-more").clickOn("Save as SVG\u2026");
    Path svg = folder.resolve("Person.svg");
    Until.fx(() -> !board.notices().isEmpty());
    assertThat(Files.readString(svg)).contains("<text").contains(">Agent</text>");
    robot.clickOn("#graph-more").clickOn("Save as PNG\u2026");
    Path png = folder.resolve("Person.png");
    Until.fx(() -> board.notices().size() == 2);
    var image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isGreaterThan(400);
    assertThat(colours(image)).isGreaterThan(5);
    chosen.put("Person.svg", folder.resolve("no").resolve("such").resolve("Person.svg"));
    robot.clickOn("#graph-more").clickOn("Save as SVG\u2026");
    Until.fx(() -> board.notices().stream().anyMatch(note -> note.code().equals("GRAPH-01")));
  }

  @Test
  void rareChoicesAreInOneMenuWhereTheBarIsNarrow() throws Exception {
    Shown shown = show(PERSON);
    Until.fx(() -> robot.lookup("#graph-more").tryQuery().isPresent());
    assertThat(robot.lookup(".graph-bar .check-box").tryQuery()).isEmpty();
    MenuButton more = robot.lookup("#graph-more").query();
    assertThat(more.getAccessibleText()).isNotEmpty();
    assertThat(onFx(() -> height(".graph-bar"))).as("one line").isLessThan(50);
    onFx(() -> ((CheckMenuItem) more.getItems().get(1)).setSelected(false));
    assertThat(onFx(() -> shown.model().hulls().get())).isFalse();
    onFx(() -> shown.view().root().getScene().getRoot().setStyle("-fx-font-size: 9px"));
    Until.fx(() -> robot.lookup("#graph-export").tryQuery().isPresent());
    CheckBox modules = robot.lookup(".graph-bar .check-box").query();
    assertThat(modules.isSelected()).as("both are one choice").isFalse();
  }

  private double height(String selector) {
    return ((Region) robot.lookup(selector).query()).getHeight();
  }

  private static long colours(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void pictures() {
    workspace.session().setField(PERSON, "description", StringNode.valueOf("Other."));
    workspace.session().delete(key(EntityType.CATEGORY, "Staff"));
    workspace.setFindings(List.of(new Finding(Severity.ERROR, "rule", PERSON, "", List.of())));
    Screenshots.take(
        "graph",
        1284,
        860,
        () -> {
          GraphViewModel model = model(PERSON);
          GraphView view = view(model);
          model.goAsFarAs(2);
          Until.nested(model.picture(), picture -> picture.graph().question().depth() == 2);
          HBox both = new HBox(view.root(), view.inspector());
          HBox.setHgrow(view.root(), Priority.ALWAYS);
          return (Parent) both;
        });
    assertThat(Path.of("target", "screenshots", "graph-dark-150.png")).isNotEmptyFile();
  }

  private static void put(Map<String, String> files, String key, String label, String more) {
    files.put(
        "categories/" + key + ".json",
        "{\"id\": \"%s\", \"label\": \"%s\", \"description\": \"D\"%s}\n"
            .formatted(key, label, more));
  }

  @Test
  void aGraphStandsAsItWasLeftAtTheNextStart() throws Exception {
    Path file = folder.resolve("graphs").resolve("one.json");
    notes = new GraphNotes(file);
    Shown first = show(PERSON);
    onFx(() -> first.model().goAsFarAs(2));
    settled(first);
    EntityKey expanded =
        first.graph().nodes().stream()
            .map(GraphNode::key)
            .filter(key -> !key.equals(PERSON))
            .findFirst()
            .orElseThrow();
    onFx(() -> first.model().expand(expanded));
    settled(first);
    Map<EntityKey, Spot> left = first.picture().spots();
    Until.fx(() ->
        new GraphNotes(file).of(PERSON).filter(kept -> kept.spots().equals(left)).isPresent());
    onFx(() -> models.forEach(GraphViewModel::close));

    notes = new GraphNotes(file);
    workspace.session().setField(PERSON, "description", StringNode.valueOf("Edited meanwhile"));
    Shown again = show(PERSON);
    assertThat(again.picture().spots()).isEqualTo(left);
    assertThat(onFx(() -> again.model().question().get().depth())).isEqualTo(2);
    assertThat(onFx(() -> again.model().question().get().expanded())).containsExactly(expanded);
    onFx(() -> again.model().layOutAgain());
    settled(again);
    assertThat(again.picture().spots().keySet()).isEqualTo(left.keySet());
  }
}
