package org.ontodraft.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.exchange.WikiPush.Change;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a wiki pushes, in the form that {@code docs/exchange.md} describes. Whether the
 * changes fit an ontology is {@link WikiPushCheck}'s to say.
 */
public final class WikiPushCodec {
  private static final String SOURCE = "source";
  private static final String WIKI_URL = "wiki_url";
  private static final String USER = "user";
  private static final String COMMENT = "comment";
  private static final String CHANGES = "changes";
  private static final String ACTION = "action";
  private static final String TYPE = "entity_type";
  private static final String KEY = "entity_key";
  private static final String PATCH = "patch";
  private static final String ENTITY = "entity";

  private static final String CREATE = "create";
  private static final String MODIFY = "modify";
  private static final String DELETE = "delete";

  private static final FileShape ANY = FileShape.of(ACTION, TYPE, KEY).orWith(PATCH, ENTITY);
  private static final FileShape CREATION = FileShape.of(ACTION, TYPE, KEY, ENTITY);
  private static final FileShape MODIFICATION = FileShape.of(ACTION, TYPE, KEY, PATCH);
  private static final FileShape DELETION = FileShape.of(ACTION, TYPE, KEY);

  /** Dashboards and resources are not pushed. */
  private static final Set<EntityType> PUSHED =
      Set.of(
          EntityType.CATEGORY,
          EntityType.PROPERTY,
          EntityType.SUBOBJECT,
          EntityType.MODULE,
          EntityType.BUNDLE,
          EntityType.TEMPLATE);

  private WikiPushCodec() {}

  /** Reads a push, or tells all that is wrong with it. */
  public static WikiPushReading read(byte[] bytes) {
    return switch (StrictJson.parse(bytes)) {
      case StrictJson.Parsed.Refused(DraftFileProblem problem) ->
          new WikiPushReading(Optional.empty(), List.of(problem));
      case StrictJson.Parsed.Read(JsonNode json) -> read(json);
    };
  }

  private static WikiPushReading read(JsonNode json) {
    List<DraftFileProblem> problems = new ArrayList<>();
    FileValue push = new FileValue(json, JsonPointer.ROOT, problems);
    if (!json.isObject() || !json.path(CHANGES).isArray()) {
      push.problem(Code.NOT_A_DRAFT);
      return new WikiPushReading(Optional.empty(), problems);
    }
    // Further members carry no change, and a later version of the sender may have some.
    Optional<String> source = text(push, SOURCE, FileLimits.LINE);
    Optional<String> wikiUrl = text(push, WIKI_URL, FileLimits.LINE);
    Optional<String> user = text(push, USER, FileLimits.LINE);
    Optional<String> comment = text(push, COMMENT, FileLimits.PROSE);
    List<FileValue> items = push.get(CHANGES).items(FileLimits.CHANGES);
    if (json.path(CHANGES).isEmpty()) {
      push.get(CHANGES).problem(Code.MISSING, "a change");
    }
    boolean usable = problems.isEmpty();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int before = problems.size();
      Optional<Change> change = change(i, items.get(i));
      if (problems.size() == before) {
        change.ifPresent(changes::add);
      }
    }
    return new WikiPushReading(
        usable
            ? Optional.of(
                new WikiPush(
                    source.orElseThrow(),
                    wikiUrl.orElseThrow(),
                    user.orElseThrow(),
                    comment.orElseThrow(),
                    changes,
                    items.size()))
            : Optional.empty(),
        problems);
  }

  private static Optional<String> text(FileValue push, String name, int bound) {
    FileValue value = push.get(name);
    return value.isPresent() ? value.text(bound) : push.problem(Code.MISSING, name);
  }

  private static Optional<Change> change(int index, FileValue value) {
    String action = value.tag(ACTION);
    FileValue change =
        value.object(
            switch (action) {
              case CREATE -> CREATION;
              case MODIFY -> MODIFICATION;
              case DELETE -> DELETION;
              default -> ANY;
            });
    Optional<EntityKey> key = key(change);
    return switch (action) {
      case CREATE -> {
        Optional<EntityDocument> entity = entity(change.get(ENTITY), key);
        yield key.flatMap(k -> entity.map(e -> new Change.Create(index, k, e)));
      }
      case MODIFY -> {
        Optional<JsonPatch> patch = ChangeReader.patch(change.get(PATCH));
        yield key.flatMap(k -> patch.map(p -> new Change.Modify(index, k, p)));
      }
      case DELETE -> key.map(k -> new Change.Delete(index, k));
      default ->
          change
              .get(ACTION)
              .read(FileLimits.LINE, "create, modify or delete", no -> Optional.empty());
    };
  }

  private static Optional<EntityKey> key(FileValue change) {
    Optional<EntityType> type =
        change
            .get(TYPE)
            .read(
                FileLimits.LINE,
                "category, property, subobject, module, bundle or template",
                text -> EntityType.ofId(text).filter(PUSHED::contains));
    FileValue place = change.get(KEY);
    if (type.isEmpty()) {
      place.text(FileLimits.LINE);
      return Optional.empty();
    }
    return place.read(
        FileLimits.LINE,
        "a key of a " + type.get().id(),
        text -> Optional.of(EntityKey.of(type.get(), text)));
  }

  /** The document of a new entity: the key it states goes, an {@code id} comes first. */
  private static Optional<EntityDocument> entity(FileValue value, Optional<EntityKey> key) {
    Optional<JsonNode> json = value.container(false);
    if (json.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    FileValue stated = value.get(KEY);
    Optional<String> same =
        stated.isPresent()
            ? stated.read(
                FileLimits.LINE,
                key.get().key(),
                text -> Optional.of(text).filter(key.get().key()::equals))
            : value.problem(Code.MISSING, KEY);
    if (same.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode members = (ObjectNode) json.get().deepCopy();
    members.remove(KEY);
    EntityDocument document = EntityDocument.of(members);
    return Optional.of(
        members.has("id")
            ? document
            : document.with(key.get().type(), "id", members.stringNode(key.get().key())));
  }
}
