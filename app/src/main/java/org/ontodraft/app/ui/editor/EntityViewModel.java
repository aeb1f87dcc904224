package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.radar.Toucher;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.app.ui.control.code.CodeSpan;
import org.ontodraft.app.ui.control.code.Colouring;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;

/**
 * One entity, to read and to edit. Follows the workspace; everything that needs a document is read
 * in the background, and the newest reading wins. FX thread.
 */
public final class EntityViewModel implements AutoCloseable {
  /** What can be done with the entity now. */
  public enum Mode {
    /** Nothing was read yet. */
    LOADING,
    /** The open draft takes edits. */
    EDITING,
    /** No draft is open. */
    READING,
    /** The open draft takes no edits any more. */
    DRAFT_CLOSED,
    /** The draft deletes the entity. */
    DELETED,
    /** There is no such entity. */
    ABSENT,
    /** Reading it failed, which was reported. */
    UNREADABLE
  }

  /** How the entity is shown. */
  public enum Face {
    /** A field for each member. */
    FORM,
    /** The text of its files. */
    RAW
  }

  private final EntityKey key;
  private final Workspace workspace;
  private final EntityReader reader;
  private final DraftEdits edits;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyObjectWrapper<@Nullable EntityContent> content =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<EntityStatus> status =
      new ReadOnlyObjectWrapper<>(EntityStatus.UNCHANGED);
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Refusal> refusal = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable EntityMerge> upstream =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.FORM);
  private final BooleanProperty draftWanted = new SimpleBooleanProperty();
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableList<Finding> findingsView =
      FXCollections.unmodifiableObservableList(findings);
  private final ReadOnlyObjectWrapper<List<Encounter>> encounters =
      new ReadOnlyObjectWrapper<>(List.of());
  private final EntityLookups lookups;
  private final FormViewModel form;
  private final RawViewModel raw;
  private Optional<DraftSession> session = Optional.empty();
  private @Nullable DraftOverlay asked;

  /**
   * Begins to follow the workspace.
   *
   * @param fx runs on the FX thread, at once when it is the caller's
   */
  public EntityViewModel(EntityKey key, FormServices services, EntityReader reader, Executor fx) {
    this.key = key;
    this.workspace = services.workspace();
    this.reader = reader;
    this.edits = services.edits();
    this.tasks = services.tasks();
    this.navigator = services.navigator();
    this.raw = new RawViewModel(key, workspace, edits, tasks, services.pause());
    this.lookups = new EntityLookups(services, Optional.of(key));
    this.form = new FormViewModel(key, new Owner(), this::edit, edits.unfinished());
    form.unsaved().subscribe(now -> updateUnsaved());
    raw.unsaved().subscribe(now -> updateUnsaved());
    title.set(key.key());
    subscriptions.add(workspace.effective().follow(overlay -> fx.execute(this::refresh)));
    subscriptions.add(workspace.draft().follow(draft -> fx.execute(this::draftChanged)));
    subscriptions.add(workspace.drafts().follow(drafts -> fx.execute(this::updateMode)));
    subscriptions.add(workspace.forecast().follow(found -> fx.execute(() -> showUpstream(found))));
    subscriptions.add(workspace.findings().follow(all -> fx.execute(() -> showFindings(all))));
    subscriptions.add(workspace.encounters().follow(met -> fx.execute(this::meet)));
  }

  /** Which entity it is. */
  public EntityKey key() {
    return key;
  }

  /** The entity as last read, or null before that. */
  public ReadOnlyObjectProperty<@Nullable EntityContent> content() {
    return content.getReadOnlyProperty();
  }

  /** What the entity is called; its key before it was read. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** What the draft does to the entity. */
  public ReadOnlyObjectProperty<EntityStatus> status() {
    return status.getReadOnlyProperty();
  }

  /** What can be done now. */
  public ReadOnlyObjectProperty<Mode> mode() {
    return mode.getReadOnlyProperty();
  }

  /** Every field but those the tables show, in the order of the form. */
  public ObservableList<FieldViewModel> fields() {
    return form.fields();
  }

  /** The tables of effective items. */
  public ObservableList<ItemTableViewModel> tables() {
    return form.tables();
  }

  /** Where a property takes its values from. */
  public AllowedValuesViewModel allowedValues() {
    return form.allowedValues();
  }

  /** What validation says of the entity. */
  public ObservableList<Finding> findings() {
    return findingsView;
  }

  /** Who else changes what the draft changes of the entity. */
  public ReadOnlyObjectProperty<List<Encounter>> encounters() {
    return encounters.getReadOnlyProperty();
  }

  /** Shows what somebody else does to the entity beside the draft. */
  void show(Toucher other) {
    switch (other) {
      case Toucher.OtherDraft(UUID id, String title) ->
          workspace
              .draft()
              .get()
              .ifPresent(mine ->
                  navigator.openCompare(
                      new ComparedSide.OfDraft(id), new ComparedSide.OfDraft(mine.id()), key));
      case Toucher.OpenPullRequest request -> navigator.browse(request.page());
    }
  }

  /** Why the last edit of the whole entity was not done, or null. */
  public ReadOnlyObjectProperty<@Nullable Refusal> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** What upstream did to the entity beside the draft, or null when it did nothing. */
  public ReadOnlyObjectProperty<@Nullable EntityMerge> upstream() {
    return upstream.getReadOnlyProperty();
  }

  /** Whether something was typed that is not kept yet. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** Whether somebody tried to edit while no draft is open. */
  public BooleanProperty draftWanted() {
    return draftWanted;
  }

  /** The edits of the window. */
  public DraftEdits edits() {
    return edits;
  }

  /** Asks for a draft to make the edit in. */
  public void startDraft() {
    navigator.newDraft();
  }

  /** Somebody tried to edit: says that a draft is needed, if it is. */
  public void wantsToEdit() {
    draftWanted.set(mode.get() == Mode.READING);
  }

  /** Shows what the draft does to the entity. */
  public void compare() {
    navigator.openReview(key);
  }

  /** Shows what moving the draft to the newest version would do. */
  public void showRebase() {
    navigator.openRebase();
  }

  /** Gives the entity back all it has at the base: a deleted one returns, a created one goes. */
  public void revertAll() {
    edit(draft -> draft.revert(key));
  }

  /** Asks what a refactoring of the entity is to do. */
  void refactor(RefactoringKind kind) {
    navigator.refactor(kind, key);
  }

  /** Asks whether to delete the entity. */
  public void delete() {
    navigator.deleteEntity(key);
  }

  /** Shows another entity. */
  public void open(EntityKey other) {
    navigator.openEntity(other);
  }

  /** Keeps everything that was typed. */
  public void commit() {
    form.commit();
    raw.commit();
  }

  /** Works out the colours of the text; see {@link Colouring}. */
  void colour(CodeLanguage language, String text, Consumer<List<CodeSpan>> answer) {
    lookups.colour("", language, text, answer);
  }

  /** Looks for a place in the entity's text; see {@link TextPlace}. */
  void place(RawEntity text, String pointer, Consumer<TextPlace> answer) {
    lookups.place(text, pointer, answer);
  }

  /** The entity as the text of its files. */
  public RawViewModel raw() {
    return raw;
  }

  /** How the entity is shown. */
  public ReadOnlyObjectProperty<Face> face() {
    return face.getReadOnlyProperty();
  }

  /** Shows the form, or the text; an entity that no form can show keeps its text. */
  public void show(Face wanted) {
    EntityContent now = content.get();
    Face next = now != null && now.textOnly() ? Face.RAW : wanted;
    if (next != face.get()) {
      form.commit();
      face.set(next);
      raw.active(next == Face.RAW, now);
    }
  }

  /** Keeps what was typed, what is no value yet for when the entity is opened again. */
  @Override
  public void close() {
    form.commit();
    subscriptions.close();
    form.close();
    raw.close();
  }

  private void edit(Function<DraftSession, Outcome<DraftOverlay>> change) {
    refusal.set(null);
    edits.send(session, change, Reply.ofRefusal(refusal::set));
  }

  private void refresh() {
    DraftOverlay overlay = workspace.effective().get();
    if (overlay != asked) {
      asked = overlay;
      tasks.latest(
          "entity:" + key + ":" + System.identityHashCode(this),
          BackgroundTask.of(
                  "read entity",
                  progress -> reader.read(overlay, key, workspace.schemas().conditions(key.type())))
              .onSuccess(this::show)
              .onEnd(() -> readingEnded(overlay)));
    }
  }

  /** The runner has reported a failure; the panel must not look as if it were still loading. */
  private void readingEnded(DraftOverlay overlay) {
    EntityContent now = content.get();
    if (asked == overlay && (now == null || now.overlay() != overlay)) {
      asked = null;
      mode.set(Mode.UNREADABLE);
    }
  }

  private void show(EntityContent now) {
    content.set(now);
    title.set(now.label());
    status.set(now.status());
    form.show(now);
    form.meet(encounters.get());
    show(face.get());
    raw.follow(now);
    updateMode();
  }

  private void updateUnsaved() {
    unsaved.set(form.unsaved().get() || raw.unsaved().get());
  }

  private void meet() {
    List<Encounter> met = workspace.encounters().get().getOrDefault(key, List.of());
    if (!met.equals(encounters.get())) {
      encounters.set(met);
    }
    form.meet(met);
  }

  private void showFindings(List<Finding> all) {
    List<Finding> mine = all.stream().filter(finding -> finding.key().equals(key)).toList();
    if (!mine.equals(findings)) {
      findings.setAll(mine);
    }
  }

  /** What was typed belongs to the draft it was typed in, also when another is open by now. */
  private void draftChanged() {
    Optional<DraftSession> now = workspace.draft().get();
    if (!now.equals(session)) {
      form.commit();
      if (session.isPresent()) {
        form.leaveDraft();
        raw.leaveDraft(session);
      }
      session = now;
    }
    updateMode();
  }

  private void showUpstream(Optional<Forecast> forecast) {
    upstream.set(
        forecast.stream()
            .flatMap(found -> found.plan().merges().stream())
            .filter(merge -> merge.key().equals(key) && upstreamTouched(merge))
            .findFirst()
            .orElse(null));
  }

  private static boolean upstreamTouched(EntityMerge merge) {
    return merge.kind() != EntityMerge.Kind.MERGED
        || merge.decisions().stream()
            .anyMatch(decision -> decision.reason() != FieldDecision.Reason.DRAFT_ONLY);
  }

  private void updateMode() {
    mode.set(modeNow());
    boolean editing = mode.get() == Mode.EDITING;
    form.editable(editing);
    raw.editable(editing);
    if (mode.get() != Mode.READING) {
      draftWanted.set(false);
    }
  }

  private Mode modeNow() {
    EntityContent now = content.get();
    if (now == null) {
      return mode.get();
    }
    if (!now.known()) {
      return Mode.ABSENT;
    }
    if (now.mine() == null) {
      return Mode.DELETED;
    }
    return session
        .map(draft -> draft.draft().get().status().editable() ? Mode.EDITING : Mode.DRAFT_CLOSED)
        .orElse(Mode.READING);
  }

  /** Fields of the entity send their edits to the draft. */
  private final class Owner implements FieldOwner {
    @Override
    public void keep(String field, @Nullable JsonNode value, Reply reply) {
      edits.send(session, draft -> draft.setField(key, field, value), reply);
    }

    @Override
    public void revert(String field, Reply reply) {
      edits.send(session, draft -> draft.revertField(key, field), reply);
    }

    @Override
    public EntityLookups lookups() {
      return lookups;
    }
  }
}
