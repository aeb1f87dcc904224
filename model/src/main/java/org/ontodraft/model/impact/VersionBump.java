package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyView;
import tools.jackson.databind.JsonNode;

/**
 * The version that a module or bundle ought to have after a change.
 *
 * @param now the version it has at the base
 * @param then the least version that says what changed
 * @param made whether the change gives it that version, or a later one, already
 */
public record VersionBump(
    EntityKey owner, SemverLevel level, String now, String then, boolean made) {
  private static final String FIELD = "version";
  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})");

  /** A version of three numbers. */
  private record Numbers(int major, int minor, int patch) implements Comparable<Numbers> {
    static Optional<Numbers> of(String text) {
      Matcher found = VERSION.matcher(text);
      return found.matches()
          ? Optional.of(
              new Numbers(
                  Integer.parseInt(found.group(1)),
                  Integer.parseInt(found.group(2)),
                  Integer.parseInt(found.group(3))))
          : Optional.empty();
    }

    Numbers raised(SemverLevel level) {
      return switch (level) {
        case NONE -> this;
        case PATCH -> new Numbers(major, minor, patch + 1);
        case MINOR -> new Numbers(major, minor + 1, 0);
        case MAJOR -> new Numbers(major + 1, 0, 0);
      };
    }

    @Override
    public int compareTo(Numbers other) {
      return Comparator.comparingInt(Numbers::major)
          .thenComparingInt(Numbers::minor)
          .thenComparingInt(Numbers::patch)
          .compare(this, other);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }

  /**
   * The versions of the modules and bundles that a change concerns. One that has no version of
   * three numbers at the base, or is not on both sides, has none.
   */
  public static List<VersionBump> of(SemverImpact impact, OntologyView base, OntologyView mine) {
    List<VersionBump> bumps = new ArrayList<>();
    Stream.concat(impact.modules().stream(), impact.bundles().stream())
        .filter(owner -> owner.level() != SemverLevel.NONE)
        .forEach(owner -> {
          Optional<Numbers> now = version(base, owner.owner());
          Optional<Numbers> given = version(mine, owner.owner());
          if (now.isPresent() && given.isPresent()) {
            Numbers then = now.get().raised(owner.level());
            bumps.add(
                new VersionBump(
                    owner.owner(),
                    owner.level(),
                    now.get().toString(),
                    then.toString(),
                    given.get().compareTo(then) >= 0));
          }
        });
    return List.copyOf(bumps);
  }

  private static Optional<Numbers> version(OntologyView view, EntityKey owner) {
    if (view.find(owner).isEmpty()) {
      return Optional.empty();
    }
    JsonNode value = view.document(owner).json().get(FIELD);
    return value == null || !value.isString() ? Optional.empty() : Numbers.of(value.asString());
  }
}
