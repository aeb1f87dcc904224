package org.ontodraft.model.format;

import java.util.Locale;
import java.util.Set;
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
      return new PathRole.MediaSidecar(name.substring(0, dot));
    }
    return IMAGES.contains(extension) ? new PathRole.MediaFile(name) : new PathRole.Other();
  }

  /** The name without its ending, which the sidecar shares. */
  static String stemOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
