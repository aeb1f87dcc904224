package org.ontodraft.app.bootstrap;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.ontodraft.app.bench.FxWatch;
import org.ontodraft.app.bench.Percentiles;
import org.ontodraft.app.bench.PulseClock;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import tools.jackson.databind.node.StringNode;

/** What the hands of {@link WorkbenchBench} do, each timed and printed with the longest FX task. */
final class WorkbenchDeeds {
  private static final List<String> WORDS =
      List.of("protocol", "has device", "tissue a", "sampel", "wide 0099", "licence 4");
  private static final int FRAMES = 600;
  private static final double STEP = 90;
  private static final int OPENINGS = 200;
  private static final int EDITS = 24;

  /** Milliseconds without a change after which a form is held to be whole. */
  private static final int SETTLED = 150;

  private final RealWindow window;
  private final Workspace workspace;
  private final PrintStream out;
  private final PulseClock clock;
  private final Robot robot;
  private FxWatch watch = new FxWatch();

  WorkbenchDeeds(RealWindow window, Workspace workspace, PrintStream out) {
    this.window = window;
    this.workspace = workspace;
    this.out = out;
    this.clock = watch.onFx(() -> new PulseClock(window.stage().getScene()));
    this.robot = watch.onFx(Robot::new);
  }

  /** Letters in the filter of the tree and in the label of an entity. */
  void type() throws InterruptedException {
    TextField filter = (TextField) node("#filter");
    onFx(() -> {
      filter.requestFocus();
      return true;
    });
    for (int pass = 0; pass < 2; pass++) {
      List<Double> letters = new ArrayList<>();
      List<Double> matches = new ArrayList<>();
      for (String word : WORDS) {
        for (char letter : word.toCharArray()) {
          key(() -> filter.getText(), letter);
          letters.add(clock.first());
        }
        for (int i = 0; i < word.length(); i++) {
          timed(this::rows, 150, KeyCode.BACK_SPACE);
          if (!Double.isNaN(clock.last())) {
            matches.add(clock.last());
          }
        }
      }
      tell(warm(pass, "a letter in the tree's filter shown"), letters);
      tell(warm(pass, "the tree filtered anew"), matches);
    }
    EntityKey entity = keys(EntityType.CATEGORY).getFirst();
    openEntity(entity);
    TextField label = (TextField) node("#field-label .text-field");
    onFx(() -> {
      label.requestFocus();
      return true;
    });
    List<Double> letters = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (char letter : "a new label".toCharArray()) {
        key(() -> label.getText(), letter);
        letters.add(clock.first());
      }
    }
    tell("a letter in a field of an entity shown", letters);
    timed(label::getText, 300, KeyCode.ESCAPE);
    report("typing");
  }

  /** Opening a node of a thousand children and one of twenty thousand, and scrolling. */
  void tree(List<String> children) throws InterruptedException {
    expand("Wide", children.size(), 12);
    expand("Very_wide", WorkbenchBench.MANY_CHILDREN, 6);
    reveal(EntityKey.of(EntityType.CATEGORY, children.get(children.size() / 2)));
    VirtualFlow<?> flow = onFx(() -> (VirtualFlow<?>) tree().lookup(".virtual-flow"));
    for (int pass = 0; pass < 2; pass++) {
      onFx(() -> {
        tree().scrollTo(0);
        return true;
      });
      List<Double> frames = Collections.synchronizedList(new ArrayList<>());
      onFx(() -> {
        new AnimationTimer() {
          private long before;

          @Override
          public void handle(long now) {
            long present = System.nanoTime();
            if (before > 0) {
              frames.add((present - before) / 1e6);
            }
            before = present;
            flow.scrollPixels(STEP);
            if (frames.size() == FRAMES) {
              stop();
            }
          }
        }.start();
        return true;
      });
      until(() -> frames.size() >= FRAMES);
      tell(warm(pass, "a frame while the tree scrolls"), frames);
    }
    report("the tree");
  }

  /** Edits while a node of twenty thousand children is open: of a text, and of a row's label. */
  void edits(List<String> children) throws InterruptedException {
    reveal(EntityKey.of(EntityType.CATEGORY, children.get(children.size() / 2)));
    Thread.sleep(2000);
    DraftSession draft = workspace.draft().get().orElseThrow();
    for (String field : List.of("description", "label")) {
      List<Double> busiest = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        EntityKey key = EntityKey.of(EntityType.CATEGORY, children.get(i * 7));
        try (FxWatch during = new FxWatch()) {
          draft.setField(key, field, StringNode.valueOf("Zealous " + i));
          Thread.sleep(700);
          busiest.add(during.busiest());
        }
      }
      tell("processor, the FX thread at one go, edit of a " + field + ", first", busiest);
      tell("the same, later", busiest.subList(EDITS / 3, EDITS));
    }
    report("edits beside many rows");
  }

  private void expand(String category, int children, int times) throws InterruptedException {
    reveal(EntityKey.of(EntityType.CATEGORY, category));
    List<Double> opened = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      timed(this::rows, 400, KeyCode.RIGHT);
      opened.add(clock.last());
      timed(this::rows, 400, KeyCode.LEFT);
    }
    out.printf("  first time %.1f ms%n", opened.removeFirst());
    tell("a node of " + children + " children opened", opened);
  }

  private void reveal(EntityKey key) throws InterruptedException {
    onFx(() -> {
      window.navigator().orElseThrow().reveal(key);
      tree().requestFocus();
      return true;
    });
    until(() ->
        onFx(() -> String.valueOf(tree().getSelectionModel().getSelectedItem()))
            .contains(key.key()));
    onFx(() -> {
      tree().requestFocus();
      return true;
    });
    Thread.sleep(300);
  }

  /** Letters in the palette, to the hits in their order. */
  void palette() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.P);
    until(() -> found("#palette-field"));
    ListView<?> list = (ListView<?>) node(".palette .list-view");
    for (int pass = 0; pass < 2; pass++) {
      List<Double> hits = new ArrayList<>();
      for (String word : WORDS) {
        for (char letter : word.toCharArray()) {
          key(() -> List.copyOf(list.getItems()), letter);
          if (!Double.isNaN(clock.last())) {
            hits.add(clock.last());
          }
        }
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.BACK_SPACE);
        // The list's emptying is no part of the next letter.
        Thread.sleep(300);
      }
      tell(warm(pass, "a letter in the palette to its hits"), hits);
    }
    press(KeyCode.ESCAPE);
    report("the palette");
  }

  /** Entities of every type, from the request to the form. */
  void open() throws InterruptedException {
    List<EntityKey> keys = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      keys.addAll(keys(type));
    }
    Collections.shuffle(keys, new Random(3));
    List<Double> opened = new ArrayList<>();
    for (EntityKey key : keys.subList(0, OPENINGS)) {
      opened.add(openEntity(key));
      press(KeyCode.CONTROL, KeyCode.W);
    }
    tell("an entity opened, first 20", opened.subList(0, 20));
    tell("an entity opened, later", opened.subList(20, opened.size()));
    report("opening entities");
  }

  private double openEntity(EntityKey key) throws InterruptedException {
    onFx(() -> {
      clock.begin(this::form);
      window.navigator().orElseThrow().openEntity(key);
      return true;
    });
    until(() -> !Double.isNaN(onFx(clock::first)));
    double last;
    do {
      last = onFx(clock::last);
      // The rows of a form come over several pulses.
      Thread.sleep(SETTLED);
    } while (last != onFx(clock::last));
    return last;
  }

  /** What of an entity's form there is. */
  private Object form() {
    return window.stage().getScene().getRoot().lookupAll(".field-row").stream()
        .map(System::identityHashCode)
        .toList();
  }

  /** A label that is emptied is a finding at once, and goes with its undo. */
  void findings(List<String> children) throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.J);
    until(() -> found("#summary"));
    Label summary = (Label) node("#summary");
    List<Double> shown = new ArrayList<>();
    for (String child : children.subList(0, 30)) {
      openEntity(EntityKey.of(EntityType.CATEGORY, child));
      TextField label = (TextField) node("#field-label .text-field");
      onFx(() -> {
        label.requestFocus();
        label.selectAll();
        return true;
      });
      press(KeyCode.BACK_SPACE);
      timed(summary::getText, 600, KeyCode.ENTER);
      shown.add(onFx(clock::last));
      press(KeyCode.CONTROL, KeyCode.W);
    }
    tell("an edit to its finding", shown);
    press(KeyCode.CONTROL, KeyCode.J);
    report("edits");
  }

  /** The graph of three hundred. */
  void graph() throws InterruptedException {
    List<Double> shown = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      onFx(() -> {
        clock.begin(() -> window.stage().getScene().getRoot().lookupAll(".graph-node").size());
        window.navigator().orElseThrow().openGraph(EntityKey.of(EntityType.CATEGORY, "Wide"));
        return true;
      });
      until(() -> found(".graph-node"));
      Thread.sleep(1500);
      shown.add(onFx(clock::last));
      press(KeyCode.CONTROL, KeyCode.W);
    }
    tell("the graph of a node of many, to the last change", shown);
    report("the graph");
  }

  /** Every entity opened and closed, and what of it stays in memory. */
  void tabs(int count) throws InterruptedException {
    List<EntityKey> keys = keys(EntityType.CATEGORY);
    long before = heap();
    for (int i = 0; i < count; i++) {
      // From the end: those at the beginning were opened before.
      openEntity(keys.get(keys.size() - 1 - i));
      press(KeyCode.CONTROL, KeyCode.W);
      if (i == count / 10) {
        before = heap();
      }
    }
    long after = heap();
    TabPane tabs = (TabPane) node("#tabs");
    int left = onFx(() -> tabs.getTabs().size());
    out.printf(
        "heap after %d tabs %d MB, after %d tabs %d MB; tabs left %d%n",
        count / 10, before >> 20, count, after >> 20, left);
    report("tabs");
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(300);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A letter by the robot, and the wait until all that follows is shown. */
  private void key(Supplier<?> shown, char letter) throws InterruptedException {
    timed(
        shown,
        120,
        letter == ' '
            ? KeyCode.SPACE
            : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))));
  }

  private void timed(Supplier<?> shown, int wait, KeyCode key) throws InterruptedException {
    onFx(() -> {
      clock.expect(shown);
      return true;
    });
    press(key);
    Thread.sleep(wait);
  }

  private void press(KeyCode... keys) throws InterruptedException {
    onFx(() -> {
      for (KeyCode key : keys) {
        robot.keyPress(key);
      }
      for (KeyCode key : List.of(keys).reversed()) {
        robot.keyRelease(key);
      }
      return true;
    });
    Thread.sleep(40);
  }

  private List<EntityKey> keys(EntityType type) {
    return workspace.canonical().get().entities(type).stream().map(EntitySummary::key).toList();
  }

  private TreeView<?> tree() {
    return (TreeView<?>) window.stage().getScene().getRoot().lookup("#tree");
  }

  private Object rows() {
    return tree().getExpandedItemCount();
  }

  private Node node(String selector) throws InterruptedException {
    until(() -> found(selector));
    return onFx(() -> window.stage().getScene().getRoot().lookup(selector));
  }

  private boolean found(String selector) {
    return onFx(() -> window.stage().getScene().getRoot().lookup(selector) != null);
  }

  private <T> T onFx(Callable<T> work) {
    return watch.onFx(work);
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 6000 && !holds.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    if (!holds.getAsBoolean()) {
      throw new IllegalStateException("it did not come in 30 s");
    }
  }

  private static String warm(int pass, String name) {
    return pass == 0 ? name + ", first" : name + ", again";
  }

  private void tell(String name, List<Double> times) {
    List<Double> seen = times.stream().filter(time -> !time.isNaN()).toList();
    if (seen.size() < times.size()) {
      out.printf("  %d of %d showed nothing%n", times.size() - seen.size(), times.size());
    }
    if (!seen.isEmpty()) {
      Percentiles.of(seen).print(out, name);
    }
  }

  /** The longest wait of the FX thread since the report before. */
  private void report(String what) {
    out.printf("longest wait of the FX thread, %s: %.0f ms%n", what, watch.longest());
    watch.close();
    watch = new FxWatch();
  }
}
