package org.ontodraft.model.format;

import java.util.Locale;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout.PathRole;

/** Which files of the media folder are images and which say where an image comes from. */
final class MediaLayout {
  private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp");

  private MediaLayout() {}

  /** What a name below the folder is; the folder is flat, so nested ones are nothing. */
  static PathRole roleOf(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || name.indexOf('/') >= 0) {
      return new PathRole.Other();
    }
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (extension.equals("json")) {
      String key = name.substring(0, dot);
      return EntityKey.problemWith(EntityType.MEDIA, key)
          .<PathRole>map(problem -> new PathRole.Unusable(EntityType.MEDIA, problem))
          .orElseGet(() -> new PathRole.EntityFile(new EntityKey(EntityType.MEDIA, key)));
    }
    return IMAGES.contains(extension) ? new PathRole.MediaFile(name) : new PathRole.Other();
  }

  /** The name without its ending, which is the key of what is known about it. */
  static String stemOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
