package org.ontodraft.app.ui.graph;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.graph.GraphLayout;
import org.ontodraft.app.service.graph.GraphNotes;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.graph.Compass;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Placement;
import org.ontodraft.model.graph.Spot;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * The graph of one focus: what is asked, what it looks like, which entity is chosen. It follows the
 * draft; what stands stays where it is. FX thread.
 */
public final class GraphViewModel implements AutoCloseable {
  private final EntityKey focus;
  private final Workspace workspace;
  private final GraphLayout layout;
  private final GraphNotes notes;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyObjectWrapper<GraphQuestion> question;
  private final ReadOnlyObjectWrapper<GraphPicture> picture;
  private final ReadOnlyObjectWrapper<EntityKey> selected;
  private final ReadOnlyObjectWrapper<EntityStatus> status =
      new ReadOnlyObjectWrapper<>(EntityStatus.UNCHANGED);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper hulls = new ReadOnlyBooleanWrapper(true);
  private boolean anew = true;
  private boolean begun;
  private boolean closed;
  private Map<EntityKey, Spot> before = Map.of();
  private @Nullable RunningTask running;

  /**
   * Asks for the graph at once.
   *
   * @param fx where state that changed elsewhere is taken up: the FX thread
   */
  public GraphViewModel(
      EntityKey focus,
      Workspace workspace,
      GraphLayout layout,
      GraphNotes notes,
      TaskRunner tasks,
      Navigator navigator,
      Executor fx) {
    this.focus = focus;
    this.workspace = workspace;
    this.layout = layout;
    this.notes = notes;
    this.tasks = tasks;
    this.navigator = navigator;
    GraphQuestion first = GraphQuestion.about(focus);
    this.question = new ReadOnlyObjectWrapper<>(first);
    this.picture =
        new ReadOnlyObjectWrapper<>(
            new GraphPicture(OntologyGraph.empty(first), Map.of(), hulls.get()));
    this.selected = new ReadOnlyObjectWrapper<>(focus);
    busy.set(true);
    tasks.start(
        BackgroundTask.of("graph notes", progress -> notes.of(focus))
            .onSuccess(left -> begin(left, fx)));
  }

  /** As it was left another time, unless something else has been asked for meanwhile. */
  private void begin(Optional<GraphNotes.Kept> left, Executor fx) {
    if (closed) {
      return;
    }
    left.filter(kept -> question.get().equals(GraphQuestion.about(focus)))
        .ifPresent(kept -> {
          hulls.set(kept.together());
          anew = kept.spots().isEmpty();
          question.set(kept.question());
          before = kept.spots();
        });
    subscriptions.add(workspace.effective().follow(view -> fx.execute(this::refresh)));
    subscriptions.add(workspace.findings().follow(found -> fx.execute(this::refresh)));
    begun = true;
    refresh();
  }

  private void refresh() {
    if (closed || !begun) {
      return;
    }
    GraphQuestion asked = question.get();
    boolean whole = anew;
    boolean together = hulls.get();
    Map<EntityKey, Spot> shown = picture.get().spots();
    Map<EntityKey, Spot> known = shown.isEmpty() ? before : shown;
    busy.set(true);
    RunningTask[] mine = new RunningTask[1];
    running =
        tasks.latest(
            "graph:" + System.identityHashCode(this),
            BackgroundTask.of(
                    "graph",
                    progress -> {
                      DraftOverlay view = workspace.effective().get();
                      OntologyGraph graph =
                          OntologyGraph.of(view, asked, worst(workspace.findings().get()));
                      progress.checkCancelled();
                      Map<EntityKey, Spot> spots =
                          whole || known.isEmpty()
                              ? layout.layOut(graph, together, progress)
                              : Placement.beside(graph, known);
                      return new GraphPicture(graph, spots, together);
                    })
                .onSuccess(made -> take(made, asked, whole))
                .onEnd(() -> {
                  if (running == mine[0]) {
                    busy.set(false);
                  }
                }));
    mine[0] = running;
  }

  private static Map<EntityKey, Severity> worst(List<Finding> findings) {
    Map<EntityKey, Severity> worst = new HashMap<>();
    for (Finding finding : findings) {
      worst.merge(finding.key(), finding.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    return worst;
  }

  private void take(GraphPicture made, GraphQuestion asked, boolean whole) {
    if (whole) {
      anew = false;
    }
    keep(asked, made);
    status.set(workspace.effective().get().status(focus));
    gone.set(made.graph().isEmpty());
    if (!made.equals(picture.get())) {
      picture.set(made);
    }
    if (!made.spots().containsKey(selected.get()) && !made.graph().isEmpty()) {
      selected.set(made.graph().nodes().getFirst().key());
    }
  }

  private void keep(GraphQuestion asked, GraphPicture made) {
    if (!made.graph().isEmpty()) {
      GraphNotes.Kept left = new GraphNotes.Kept(asked, hulls.get(), made.spots());
      tasks.latest(
          "graph notes:" + focus,
          BackgroundTask.of(
              "graph notes",
              progress -> {
                notes.keep(left);
                return true;
              }));
    }
  }

  private void ask(GraphQuestion next, boolean again) {
    if (!next.equals(question.get()) || again) {
      anew |= again;
      question.set(next);
      refresh();
    }
  }

  /** What the graph is of. */
  public EntityKey focus() {
    return focus;
  }

  /** What is asked. */
  ReadOnlyObjectProperty<GraphQuestion> question() {
    return question.getReadOnlyProperty();
  }

  /** The newest picture. */
  ReadOnlyObjectProperty<GraphPicture> picture() {
    return picture.getReadOnlyProperty();
  }

  /** The entity that is chosen, in the picture and in the table. */
  ReadOnlyObjectProperty<EntityKey> selected() {
    return selected.getReadOnlyProperty();
  }

  /** What the draft does to the focus. */
  ReadOnlyObjectProperty<EntityStatus> status() {
    return status.getReadOnlyProperty();
  }

  /** Whether a picture is being made. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether there is nothing of what was asked for. */
  ReadOnlyBooleanProperty gone() {
    return gone.getReadOnlyProperty();
  }

  /** Whether modules are drawn round their entities. */
  ReadOnlyBooleanProperty hulls() {
    return hulls.getReadOnlyProperty();
  }

  /** Stops what is being worked out; the picture stays as it is. */
  void stop() {
    RunningTask task = running;
    if (task != null) {
      task.cancel();
      busy.set(false);
    }
  }

  void show(GraphQuestion.View view) {
    if (view != question.get().view()) {
      ask(question.get().withView(view), true);
    }
  }

  void goAsFarAs(int depth) {
    if (depth != question.get().depth()) {
      ask(question.get().withDepth(depth), true);
    }
  }

  void follow(LinkKind kind, boolean wanted) {
    Set<LinkKind> kinds = EnumSet.noneOf(LinkKind.class);
    kinds.addAll(question.get().kinds());
    boolean changed = wanted ? kinds.add(kind) : kinds.remove(kind);
    if (changed) {
      ask(question.get().withKinds(kinds), true);
    }
  }

  void showChangedOnly(boolean only) {
    if (only != question.get().changedOnly()) {
      ask(question.get().withChangedOnly(only), true);
    }
  }

  /** Draws modules round their entities, which then stand together, or not. */
  void showModules(boolean shown) {
    if (shown != hulls.get()) {
      hulls.set(shown);
      ask(question.get(), true);
    }
  }

  /** Finds a new place for everything. */
  void layOutAgain() {
    ask(question.get(), true);
  }

  /** Brings the neighbours of an entity into the picture; the others keep their places. */
  void expand(EntityKey key) {
    ask(question.get().expanding(key), false);
  }

  /** Chooses an entity of the graph. */
  void select(EntityKey key) {
    if (picture.get().spots().containsKey(key)) {
      selected.set(key);
    }
  }

  /** Chooses the node that lies in a direction; stays where none does. */
  void go(Compass direction) {
    GraphPicture shown = picture.get();
    direction.from(selected.get(), shown.graph(), shown.spots()).ifPresent(this::select);
  }

  /** Shows an entity to read and edit. */
  void open(EntityKey key) {
    navigator.openEntity(key);
  }

  /** Shows the graph of another entity. */
  void centreOn(EntityKey key) {
    navigator.open(new Place.Graph(key));
  }

  /** Whether there is such an entity to open, and it is not only named. */
  boolean exists(EntityKey key) {
    return picture.get().graph().node(key).map(node -> !node.missing()).orElse(false);
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.close();
    stop();
  }
}
