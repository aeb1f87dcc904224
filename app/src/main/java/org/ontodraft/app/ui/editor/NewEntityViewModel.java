package org.ontodraft.app.ui.editor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An entity that is about to be created: its type, key and first fields. The key is checked while
 * it is typed; the repository's schema is asked in the background. FX thread.
 */
public final class NewEntityViewModel {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Workspace workspace;
  private final DraftEdits edits;
  private final TaskRunner tasks;
  private final EntityLookups lookups;
  private final Optional<EntityKey> parent;
  private final ObjectProperty<EntityType> type;
  private final StringProperty key = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable KeyProblem> keyProblem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Refusal> refusal = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
  private final ObservableList<FieldViewModel> fields = FXCollections.observableArrayList();
  private final ObservableList<FieldViewModel> fieldsView =
      FXCollections.unmodifiableObservableList(fields);
  private final ObservableList<Finding> advice = FXCollections.observableArrayList();
  private final ObservableList<Finding> adviceView =
      FXCollections.unmodifiableObservableList(advice);
  private final FieldOwner owner = new Owner();
  private final NewEntityText text = new NewEntityText(this::takeText);
  private EntityDocument document = EntityDocument.of(JSON.objectNode());
  private String derivedLabel = "";

  /** Why the key cannot be taken. */
  public sealed interface KeyProblem {
    /** It is no key of the type. */
    record Unusable(EntityKey.KeyProblem why) implements KeyProblem {}

    /** There is such an entity already. */
    record Taken(EntityKey key) implements KeyProblem {}

    /** Some systems cannot keep its file apart from that of another entity. */
    record Collides(EntityKey other) implements KeyProblem {}

    /** The repository's schema does not allow it. */
    record AgainstSchema(Finding finding) implements KeyProblem {}
  }

  /**
   * Begins.
   *
   * @param parent what a new category is to be below, or a new resource to be in
   */
  public NewEntityViewModel(EntityType type, Optional<EntityKey> parent, FormServices services) {
    this.workspace = services.workspace();
    this.edits = services.edits();
    this.tasks = services.tasks();
    this.lookups = new EntityLookups(services, Optional.empty());
    this.parent = parent;
    this.type = new SimpleObjectProperty<>(type);
    this.type.subscribe(this::restart);
    this.key.subscribe((before, now) -> keyChanged());
    this.text.problem().subscribe((before, now) -> updateComplete());
  }

  /** What is to be created; the fields follow it, what they share is kept. */
  public ObjectProperty<EntityType> type() {
    return type;
  }

  /** The key as typed. */
  public StringProperty key() {
    return key;
  }

  /** Why the key cannot be taken; null while it can, or is still empty. */
  public ReadOnlyObjectProperty<@Nullable KeyProblem> keyProblem() {
    return keyProblem.getReadOnlyProperty();
  }

  /** The first fields: label, description and what the type requires. */
  public ObservableList<FieldViewModel> fields() {
    return fieldsView;
  }

  /** The whole document to be typed, where the schema ties fields to each other. */
  NewEntityText text() {
    return text;
  }

  private void takeText(EntityDocument typed) {
    document = typed;
    setId();
    check();
  }

  /** What the repository's schema says besides; it does not keep the entity from being created. */
  public ObservableList<Finding> advice() {
    return adviceView;
  }

  /** Why creating was refused, or null. */
  public ReadOnlyObjectProperty<@Nullable Refusal> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether the entity can be created: the key can be taken and all that is required is there. */
  public ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  /**
   * Creates the entity.
   *
   * @param done told its key once the draft has it
   * @param again called when it was not created; everything typed is still here
   */
  public void create(Consumer<EntityKey> done, Runnable again) {
    if (!text.isAsked()) {
      fields.forEach(FieldViewModel::commit);
    }
    refusal.set(null);
    EntityKey created = EntityKey.of(type.get(), key.get());
    EntityDocument content = document;
    edits.send(
        edits.openDraft(),
        draft -> draft.create(created, content),
        new Reply() {
          @Override
          public void kept() {
            done.accept(created);
          }

          @Override
          public void refused(Refusal reason) {
            refusal.set(reason);
            again.run();
          }

          @Override
          public void failed() {
            again.run();
          }
        });
  }

  /** The document as it would be created. */
  EntityDocument document() {
    return document;
  }

  private void restart(EntityType now) {
    if (!text.isAsked()) {
      fields.forEach(FieldViewModel::commit);
    }
    fields.forEach(FieldViewModel::close);
    EntityDocument before = document;
    document = EntityDocument.of(JSON.objectNode());
    setId();
    List<FieldViewModel> next = new ArrayList<>();
    FileFormat format = FileFormat.ofNew(workspace.effective().get().base(), now);
    for (FieldSpec spec : EntityFields.of(now)) {
      if (!format.holds(now, spec.name())) {
        continue;
      }
      JsonNode kept = before.get(spec.name());
      JsonNode value = kept == null ? preset(spec, format) : kept;
      if (!spec.name().equals("id") && value != null) {
        document = document.with(now, spec.name(), value);
      }
      if (asked(now, spec, format)) {
        FieldViewModel field = FieldViewModel.of(owner, contentOf(spec));
        field.editable(true);
        next.add(field);
      }
    }
    fields.setAll(next);
    text.show(document, workspace.schemas().conditions(now));
    check();
  }

  private static boolean asked(EntityType type, FieldSpec spec, FileFormat format) {
    if (spec.name().equals("id") || spec.kind() == FieldKind.PAGES) {
      return false;
    }
    boolean place =
        type == EntityType.CATEGORY && spec.name().equals("parents")
            || type == EntityType.RESOURCE && spec.name().equals(categoryField(format));
    boolean described = spec.name().equals("label") || spec.name().equals("description");
    return spec.required() || described || place;
  }

  /** A wikitext page may be in several categories from the start. */
  private static String categoryField(FileFormat format) {
    return format == FileFormat.JSON ? "category" : "categories";
  }

  private @Nullable JsonNode preset(FieldSpec spec, FileFormat format) {
    return switch (spec.name()) {
      case "categories" ->
          format == FileFormat.JSON
              ? null
              : parent.map(above -> (JsonNode) JSON.arrayNode().add(above.key())).orElse(null);
      case "parents" ->
          parent.map(above -> (JsonNode) JSON.arrayNode().add(above.key())).orElse(null);
      case "category" -> parent.map(above -> (JsonNode) JSON.stringNode(above.key())).orElse(null);
      case "version" -> JSON.stringNode("0.1.0");
      case "pages" -> PageValue.toJson(List.of(PageValue.create("")));
      default -> null;
    };
  }

  private void keyChanged() {
    setId();
    fields.stream()
        .filter(field -> field.name().equals("label") && !text.isAsked())
        .findFirst()
        .ifPresent(label -> deriveLabel((TextFieldViewModel) label));
    check();
  }

  /** Until somebody types another, the label is the key in words. */
  private void deriveLabel(TextFieldViewModel label) {
    if (label.text().get().equals(derivedLabel)) {
      String last = key.get().substring(key.get().lastIndexOf('/') + 1);
      derivedLabel = last.replace('_', ' ');
      label.text().set(derivedLabel);
      label.commit();
    }
  }

  private void setId() {
    document = document.with(type.get(), "id", JSON.stringNode(key.get()));
  }

  private FieldContent contentOf(FieldSpec spec) {
    return new FieldContent(
        spec,
        FieldContent.Group.OWN,
        null,
        document.get(spec.name()),
        FieldChange.Kind.UNCHANGED,
        null,
        Map.of());
  }

  private void check() {
    keyProblem.set(problemWithKey());
    advice.clear();
    updateComplete();
    if (key.get().isEmpty() || keyProblem.get() != null) {
      return;
    }
    EntityKey checked = EntityKey.of(type.get(), key.get());
    EntityDocument content = document;
    RepositorySchemas schemas = workspace.schemas();
    DraftOverlay overlay = workspace.effective().get();
    tasks.latest(
        "new-entity",
        BackgroundTask.of(
                "check new entity",
                progress ->
                    new Checked(schemas.check(checked, content), collision(overlay, checked)))
            .onSuccess(found -> {
              if (document.equals(content)) {
                advise(found);
              }
            }));
  }

  private record Checked(List<Finding> findings, Optional<EntityKey> collision) {}

  /** An entity whose file name differs only in case or in the form of its letters. */
  private static Optional<EntityKey> collision(DraftOverlay overlay, EntityKey key) {
    String folded = fold(key.key());
    return overlay.entities(key.type()).stream()
        .map(EntitySummary::key)
        .filter(other -> fold(other.key()).equals(folded))
        .findFirst();
  }

  private static String fold(String key) {
    return Normalizer.normalize(key, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private void advise(Checked found) {
    found.findings().stream()
        .filter(finding -> finding.pointer().equals("/id"))
        .findFirst()
        .ifPresent(finding -> keyProblem.set(new KeyProblem.AgainstSchema(finding)));
    found.collision().ifPresent(other -> keyProblem.set(new KeyProblem.Collides(other)));
    advice.setAll(
        found.findings().stream().filter(finding -> !finding.pointer().equals("/id")).toList());
    updateComplete();
  }

  private @Nullable KeyProblem problemWithKey() {
    if (key.get().isEmpty()) {
      return null;
    }
    Optional<EntityKey.KeyProblem> unusable = EntityKey.problemWith(type.get(), key.get());
    if (unusable.isPresent()) {
      return new KeyProblem.Unusable(unusable.get());
    }
    EntityKey wanted = EntityKey.of(type.get(), key.get());
    boolean taken = Presence.of(workspace.effective().get(), wanted) != Presence.MISSING;
    return taken ? new KeyProblem.Taken(wanted) : null;
  }

  private void updateComplete() {
    FileFormat format = FileFormat.ofNew(workspace.effective().get().base(), type.get());
    boolean filled =
        EntityFields.of(type.get()).stream()
            .filter(FieldSpec::required)
            .filter(spec -> format.holds(type.get(), spec.name()))
            .allMatch(spec -> isFilled(document.get(spec.name())));
    boolean readable = !text.isAsked() || text.problem().get() == null;
    complete.set(filled && readable && !key.get().isEmpty() && keyProblem.get() == null);
  }

  private static boolean isFilled(@Nullable JsonNode value) {
    return value != null && !(value.isString() && value.stringValue().isBlank());
  }

  /** Fields write into the document that is about to be created. */
  private final class Owner implements FieldOwner {
    @Override
    public void keep(String field, @Nullable JsonNode value, Reply reply) {
      document = document.with(type.get(), field, value);
      reply.kept();
      fields.stream()
          .filter(other -> other.name().equals(field))
          .forEach(other -> other.update(contentOf(other.content().get().spec())));
      check();
    }

    @Override
    public void revert(String field, Reply reply) {
      keep(field, null, reply);
    }

    @Override
    public EntityLookups lookups() {
      return lookups;
    }
  }
}
