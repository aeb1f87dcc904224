package org.ontodraft.app.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Severity;

/** Every text on screen, by a dotted key. Immutable; any thread. */
public final class Texts {
  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts of the application. */
  public static Texts load() {
    return new Texts(ResourceBundle.getBundle("org.ontodraft.app.ui.texts", Locale.ENGLISH));
  }

  /**
   * The text under this key, filled with the arguments by {@link MessageFormat}; without arguments
   * as it is.
   *
   * @throws java.util.MissingResourceException when there is none
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
  }

  /** The text of a key that is put together from data, if there is one. */
  public Optional<String> find(String key, Object... arguments) {
    return bundle.containsKey(key) ? Optional.of(get(key, arguments)) : Optional.empty();
  }

  /** One entity type: {@code category}. */
  public String type(EntityType type) {
    return get("type." + type.id());
  }

  /** Many of a type, as a heading: {@code Categories}. */
  public String types(EntityType type) {
    return get("types." + type.id());
  }

  /** What a draft does to an entity: {@code Modified}. */
  public String status(EntityStatus status) {
    return get("status." + status.name().toLowerCase(Locale.ROOT));
  }

  /** How much a finding matters: {@code Error}. */
  public String severity(Severity severity) {
    return get("severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  /** The bundle for FXML. */
  ResourceBundle bundle() {
    return bundle;
  }
}
