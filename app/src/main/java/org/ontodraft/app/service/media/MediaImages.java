package org.ontodraft.app.service.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.media.DraftImage;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.model.media.ImageStore;
import org.ontodraft.model.media.ImageType;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import tools.jackson.databind.node.JsonNodeFactory;

/** The images of a repository's media folder and of its drafts. Blocking; not for the FX thread. */
public final class MediaImages {
  private final ImageStore store;
  private final OntologySource source;

  /** Those of a repository, and what drafts add. */
  public MediaImages(ImageStore store, OntologySource source) {
    this.store = store;
    this.source = source;
  }

  /** The image files of a medium, by name. */
  public List<MediaImage> of(DraftOverlay overlay, EntityKey key) {
    SortedMap<String, String> before = filesOf(key, overlay.version().commit());
    SortedMap<String, MediaImage> images = new TreeMap<>();
    EntityDocument mine = overlay.effectiveDocument(key);
    boolean deleted = mine == null && overlay.baseDocument(key) != null;
    before.forEach((name, blob) ->
        images.put(name, new MediaImage(name, Optional.of(blob), Optional.empty(), deleted)));
    for (DraftImage image : mine == null ? List.<DraftImage>of() : DraftImage.of(mine)) {
      Optional<String> blob = Optional.ofNullable(before.get(image.name()));
      if (image.content().isPresent() || blob.isPresent()) {
        images.put(
            image.name(),
            new MediaImage(image.name(), blob, image.content(), image.content().isEmpty()));
      }
    }
    return List.copyOf(images.values());
  }

  /** Names and Git objects of the images of a medium at a commit. */
  private SortedMap<String, String> filesOf(EntityKey key, String commit) {
    SortedMap<String, String> files = new TreeMap<>();
    for (TreeEntry entry : source.media(commit)) {
      String name = entry.path().substring(EntityType.MEDIA.folder().length() + 1);
      boolean file =
          entry.kind() == TreeEntry.Kind.FILE || entry.kind() == TreeEntry.Kind.EXECUTABLE;
      if (file && ImageType.ofName(name).isPresent() && stem(name).equals(key.key())) {
        files.put(name, entry.blobId());
      }
    }
    return files;
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** What the file holds at the base. */
  public Outcome<byte[]> before(MediaImage image) {
    return image
        .before()
        .flatMap(blob -> source.read(blob, ImageContent.MAX_BYTES))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("MEDIA-01", image.name(), megabytes()));
  }

  /** What the file holds with the draft. */
  public Outcome<byte[]> mine(UUID draft, MediaImage image) {
    return image.mine().isEmpty() ? before(image) : bytes(draft, image.name(), image.mine().get());
  }

  private Outcome<byte[]> bytes(UUID draft, String name, ImageContent content) {
    return store
        .read(draft, content.sha256())
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("MEDIA-04", name));
  }

  private static String megabytes() {
    return String.valueOf(ImageContent.MAX_BYTES / (1024 * 1024));
  }

  /**
   * Puts a file from disk into the media folder of a draft, as one step: a new medium, or a further
   * or other image of one that is there.
   *
   * @param to the medium it is for, whatever the file's own name; null to go by that name
   * @return the medium
   */
  public Outcome<EntityKey> add(DraftSession session, Path file, @Nullable EntityKey to) {
    String given = Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
    Optional<ImageType> type = ImageType.ofName(given);
    if (type.isEmpty()) {
      return Outcome.refused("MEDIA-02", given);
    }
    String stem = to == null ? keyOf(stem(given)) : to.key();
    if (EntityKey.problemWith(EntityType.MEDIA, stem).isPresent()) {
      return Outcome.refused("MEDIA-03", given);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(ImageContent.MAX_BYTES + 1);
    } catch (IOException failed) {
      return Outcome.refused("MEDIA-06", file, String.valueOf(failed.getMessage()));
    }
    if (bytes.length > ImageContent.MAX_BYTES) {
      return Outcome.refused("MEDIA-01", given, megabytes());
    }
    if (!type.get().begins(bytes)) {
      return Outcome.refused("MEDIA-05", given, type.get().name());
    }
    EntityKey key = EntityKey.of(EntityType.MEDIA, stem);
    return put(session, key, nameOf(session, key, given), bytes);
  }

  /** Wikis write underscores for spaces and begin with a capital letter. */
  private static String keyOf(String stem) {
    String name = stem.strip().replace(' ', '_');
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The name in the folder: that of the image of the same kind which it takes the place of. */
  private String nameOf(DraftSession session, EntityKey key, String given) {
    String ending = given.substring(given.lastIndexOf('.'));
    return of(session.effective().get(), key).stream()
        .map(MediaImage::name)
        .filter(name -> name.regionMatches(true, name.lastIndexOf('.'), ending, 0, ending.length()))
        .findFirst()
        .orElse(key.key() + ending);
  }

  private Outcome<EntityKey> put(DraftSession session, EntityKey key, String name, byte[] bytes) {
    ImageContent content = store.keep(session.id(), bytes);
    DraftOverlay overlay = session.effective().get();
    Optional<String> instead =
        Optional.ofNullable(filesOf(key, overlay.version().commit()).get(name));
    EntityDocument mine = overlay.effectiveDocument(key);
    DraftImage image =
        said(mine, name)
            .filter(said -> said.was().isPresent())
            .map(said -> new DraftImage(name, Optional.of(content), said.instead(), said.was()))
            .orElseGet(() -> new DraftImage(name, Optional.of(content), instead));
    String member = EntityFields.IMAGES_MEMBER;
    Outcome<DraftOverlay> made =
        mine == null
            ? session.create(key, fresh(key).with(key.type(), member, image.in(null)))
            : session.setField(key, member, image.in(mine.get(member)));
    return switch (made) {
      case Outcome.Done<DraftOverlay> done -> Outcome.done(key);
      case Outcome.Refused<DraftOverlay>(var refusal) -> new Outcome.Refused<>(refusal);
    };
  }

  private static Optional<DraftImage> said(@Nullable EntityDocument mine, String name) {
    return mine == null
        ? Optional.empty()
        : DraftImage.of(mine).stream().filter(image -> image.name().equals(name)).findFirst();
  }

  /**
   * The image files of a medium as they would be called with another key, for {@link
   * org.ontodraft.model.refactor.Rename}. Keeps no bytes.
   *
   * @return empty when files of that name belong to another medium
   */
  public Outcome<Optional<List<DraftImage>>> renamed(
      UUID draft, DraftOverlay overlay, EntityKey key, EntityKey to) {
    EntityDocument document = overlay.effectiveDocument(key);
    List<DraftImage> images = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (MediaImage image : of(overlay, key)) {
      if (image.takenAway()) {
        continue;
      }
      byte[] bytes;
      switch (mine(draft, image)) {
        case Outcome.Refused<byte[]>(var refusal) -> {
          return new Outcome.Refused<>(refusal);
        }
        case Outcome.Done<byte[]>(byte[] read) -> bytes = read;
      }
      String name = to.key() + image.name().substring(key.key().length());
      Optional<DraftImage> renamed =
          said(document, image.name()).filter(each -> each.was().isPresent());
      Optional<String> was =
          renamed.isPresent() ? renamed.get().was() : image.before().map(blob -> image.name());
      Optional<String> instead = renamed.isPresent() ? renamed.get().instead() : image.before();
      was.ifPresent(own::add);
      boolean back = was.equals(Optional.of(name));
      if (!back || !isSame(instead.orElse(null), Optional.of(bytes))) {
        images.add(
            new DraftImage(
                name, Optional.of(ImageContent.of(bytes)), instead, back ? Optional.empty() : was));
      }
    }
    Set<String> there = filesOf(to, overlay.version().commit()).keySet();
    return Outcome.done(own.containsAll(there) ? Optional.of(images) : Optional.empty());
  }

  /** Keeps the bytes of a medium's images with a draft that names them by their content. */
  public Outcome<Integer> keep(UUID draft, DraftOverlay overlay, EntityKey key) {
    int kept = 0;
    for (MediaImage image : of(overlay, key)) {
      if (!image.takenAway()) {
        switch (mine(draft, image)) {
          case Outcome.Refused<byte[]>(var refusal) -> {
            return new Outcome.Refused<>(refusal);
          }
          case Outcome.Done<byte[]>(byte[] bytes) -> {
            store.keep(draft, bytes);
            kept++;
          }
        }
      }
    }
    return Outcome.done(kept);
  }

  private static EntityDocument fresh(EntityKey key) {
    return EntityDocument.of(JsonNodeFactory.instance.objectNode().put("id", key.key()));
  }

  /**
   * The image files of a draft's commit by path; empty for those it deletes. Refused when an image
   * was changed upstream since the draft's was chosen, or its bytes are gone.
   *
   * @param parent the commit it is made on
   */
  public Outcome<SortedMap<String, Optional<byte[]>>> ofCommit(
      UUID draft, DraftOverlay overlay, String parent) {
    SortedMap<String, Optional<byte[]>> files = new TreeMap<>();
    for (DraftChange change : overlay.changes()) {
      EntityKey key = change.key();
      if (key.type() != EntityType.MEDIA) {
        continue;
      }
      SortedMap<String, String> there = filesOf(key, parent);
      EntityDocument mine = overlay.effectiveDocument(key);
      if (mine == null) {
        there.keySet().forEach(name -> files.put(path(name), Optional.empty()));
        continue;
      }
      for (DraftImage image : DraftImage.of(mine)) {
        String was = image.was().orElse(image.name());
        @Nullable String now =
            image.was().isPresent()
                ? filesOf(EntityKey.of(EntityType.MEDIA, stem(was)), parent).get(was)
                : there.get(image.name());
        if (image.was().isPresent() && there.containsKey(image.name())) {
          return Outcome.refused("MEDIA-07", path(image.name()));
        }
        Optional<byte[]> bytes = Optional.empty();
        if (image.content().isPresent()) {
          switch (bytes(draft, image.name(), image.content().get())) {
            case Outcome.Refused<byte[]>(var refusal) -> {
              return new Outcome.Refused<>(refusal);
            }
            case Outcome.Done<byte[]>(byte[] read) -> bytes = Optional.of(read);
          }
        }
        if (!Objects.equals(now, image.instead().orElse(null)) && !isSame(now, bytes)) {
          return Outcome.refused("MEDIA-07", path(was));
        }
        if (now != null || bytes.isPresent()) {
          files.put(path(image.name()), bytes);
        }
      }
    }
    return Outcome.done(files);
  }

  private boolean isSame(@Nullable String blob, Optional<byte[]> bytes) {
    return blob == null
        ? bytes.isEmpty()
        : bytes.isPresent()
            && source
                .read(blob, ImageContent.MAX_BYTES)
                .filter(there -> Arrays.equals(there, bytes.get()))
                .isPresent();
  }

  private static String path(String name) {
    return EntityType.MEDIA.folder() + "/" + name;
  }
}
