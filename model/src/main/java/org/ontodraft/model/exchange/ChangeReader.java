package org.ontodraft.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchProblem;

/** Reads the changes of a file, and the base documents with them. */
final class ChangeReader {
  static final String CREATE = "create";
  static final String UPDATE = "update";
  static final String DELETE = "delete";

  static final FileShape ANY =
      FileShape.of(Member.ENTITY, Member.CHANGE)
          .orWith(Member.REPLACEMENT, Member.BASE, Member.PATCH);
  static final FileShape BASE =
      FileShape.of(Member.PATH, Member.BLOB, Member.TEXT).orWith(Member.PAGES);
  private static final FileShape PAGE = FileShape.of(Member.PATH, Member.BLOB, Member.TEXT);
  private static final FileShape CREATION =
      FileShape.of(Member.ENTITY, Member.CHANGE, Member.REPLACEMENT);
  private static final FileShape MODIFICATION =
      FileShape.of(Member.ENTITY, Member.CHANGE, Member.BASE, Member.PATCH);
  private static final FileShape DELETION = FileShape.of(Member.ENTITY, Member.CHANGE, Member.BASE);

  private static final int MAX_PAGES = 10_000;
  private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{1,64}");

  private ChangeReader() {}

  static Optional<DraftChange> read(FileValue value) {
    String kind = value.tag(Member.CHANGE);
    return switch (kind) {
      case CREATE -> {
        FileValue change = value.object(CREATION);
        Optional<EntityKey> key = key(change);
        Optional<EntityDocument> document = document(change.get(Member.REPLACEMENT));
        yield key.flatMap(k -> document.map(d -> new DraftChange.Create(k, d)));
      }
      case UPDATE -> update(value.object(MODIFICATION));
      case DELETE -> {
        FileValue change = value.object(DELETION);
        Optional<EntityKey> key = key(change);
        Optional<SourceFile> base = base(change.get(Member.BASE), key.orElse(null));
        yield key.flatMap(k -> base.map(b -> new DraftChange.Delete(k, b)));
      }
      default -> {
        FileValue change = value.object(ANY);
        key(change);
        change
            .get(Member.CHANGE)
            .read(FileLimits.NAME, "create, update or delete", no -> Optional.empty());
        yield Optional.empty();
      }
    };
  }

  static Optional<EntityKey> key(FileValue holder) {
    return holder.get(Member.ENTITY).read(FileLimits.LINE, "type:key", EntityKey::parse);
  }

  private static Optional<DraftChange> update(FileValue change) {
    Optional<EntityKey> key = key(change);
    Optional<SourceFile> base = base(change.get(Member.BASE), key.orElse(null));
    FileValue place = change.get(Member.PATCH);
    Optional<JsonPatch> patch = patch(place);
    if (key.isEmpty() || base.isEmpty() || patch.isEmpty()) {
      return Optional.empty();
    }
    DraftChange.Update update =
        new DraftChange.Update(key.get(), base.get(), patch.get().withoutTests());
    // Without tests it is a change that was broken already where the file was written.
    boolean tested = !update.patch().equals(patch.get());
    Optional<PatchProblem> problem =
        tested ? patch.get().problemOn(DraftFileWriter.baseDocument(update)) : Optional.empty();
    if (problem.isPresent()) {
      PatchProblem found = problem.get();
      return place.problem(
          Code.PATCH,
          found.op(),
          found.pointer().toString(),
          DraftFileWriter.named(found.reason()));
    }
    return Optional.of(update);
  }

  static Optional<JsonPatch> patch(FileValue value) {
    return value
        .container(true)
        .flatMap(list -> {
          try {
            return Optional.of(JsonPatch.parse(StrictJson.text(list)));
          } catch (IllegalArgumentException none) {
            return value.problem(Code.VALUE, "a JSON Patch: " + none.getMessage());
          }
        });
  }

  private static Optional<EntityDocument> document(FileValue value) {
    return value
        .container(false)
        .flatMap(json -> {
          try {
            return Optional.of(JsonCodec.parse(StrictJson.text(json)));
          } catch (IllegalArgumentException tooMuch) {
            return value.problem(Code.VALUE, "a document: " + tooMuch.getMessage());
          }
        });
  }

  private static Optional<SourceFile> base(FileValue value, @Nullable EntityKey key) {
    FileValue base = value.object(BASE);
    Optional<SourceFile> file = file(base, key, false);
    List<SourceFile> pages = new ArrayList<>();
    for (FileValue page : base.get(Member.PAGES).items(MAX_PAGES)) {
      file(page.object(PAGE), key, true).ifPresent(pages::add);
    }
    return file.map(f -> new SourceFile(f.path(), f.blobId(), f.text(), pages));
  }

  private static Optional<SourceFile> file(FileValue value, @Nullable EntityKey key, boolean page) {
    Optional<String> path =
        value
            .get(Member.PATH)
            .read(
                FileLimits.LINE,
                page ? "a page of the dashboard" : "the entity's file",
                text -> Optional.of(text).filter(p -> key == null || isOf(p, key, page)));
    Optional<String> blob =
        value
            .get(Member.BLOB)
            .read(
                FileLimits.LINE,
                "the id of a Git object",
                text -> Optional.of(text).filter(id -> OBJECT_ID.matcher(id).matches()));
    Optional<String> text = value.get(Member.TEXT).text(JsonCodec.MAX_DOCUMENT_BYTES);
    return path.flatMap(p -> blob.flatMap(b -> text.map(t -> new SourceFile(p, b, t))));
  }

  private static boolean isOf(String path, EntityKey key, boolean page) {
    return page
        ? RepositoryLayout.isPage(key, path)
        : RepositoryLayout.roleOf(path) instanceof PathRole.EntityFile(var named)
            && named.equals(key);
  }
}
