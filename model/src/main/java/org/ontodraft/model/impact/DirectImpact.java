package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Kind;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** What the changed fields of one entity mean, but for what it has by inheritance or membership. */
final class DirectImpact {
  private final SemverPolicy policy;
  private final EntityChange change;
  private final List<ChangeImpact> found = new ArrayList<>();

  private DirectImpact(EntityChange change, SemverPolicy policy) {
    this.change = change;
    this.policy = policy;
  }

  static List<ChangeImpact> of(EntityChange change, SemverPolicy policy) {
    DirectImpact impact = new DirectImpact(change, policy);
    switch (change) {
      case EntityChange.Added added -> impact.whole(ImpactRule.ENTITY_ADDED, "");
      case EntityChange.Deleted deleted -> impact.whole(ImpactRule.ENTITY_DELETED, "");
      case EntityChange.Renamed renamed -> {
        impact.whole(ImpactRule.ENTITY_RENAMED, renamed.from().toString());
        impact.fields(renamed.before(), renamed.after(), Set.of("id"));
      }
      case EntityChange.Modified modified ->
          impact.fields(modified.before(), modified.after(), Set.of());
    }
    return impact.found;
  }

  private void whole(ImpactRule rule, String item) {
    found.add(new ChangeImpact(rule, change.key(), "", item));
  }

  private void fields(EntityDocument before, EntityDocument after, Set<String> without) {
    List<FieldChange> rows =
        change.rows().stream().filter(row -> row.kind() != Kind.UNCHANGED).toList();
    if (rows.isEmpty()) {
      whole(ImpactRule.ORDER_CHANGED, "");
    }
    for (FieldChange row : rows) {
      if (!without.contains(row.field().name())) {
        field(row, before, after);
      }
    }
    List<FieldChange> lists = rows.stream().filter(row -> row.field().target() != null).toList();
    if (change.key().type() == EntityType.SUBOBJECT && !lists.isEmpty()) {
      subobject(lists, before, after);
    }
  }

  private void field(FieldChange row, EntityDocument before, EntityDocument after) {
    EntityType type = change.key().type();
    String name = row.field().name();
    switch (name) {
      case "id" -> add(row, ImpactRule.ID_CHANGED, "");
      case "label" -> add(row, ImpactRule.LABEL_CHANGED, "");
      case "description" -> add(row, ImpactRule.DESCRIPTION_CHANGED, "");
      case "version" -> add(row, ImpactRule.VERSION_CHANGED, "");
      default -> {
        switch (type) {
          case CATEGORY, SUBOBJECT, MODULE, BUNDLE, MEDIA -> {
            boolean judgedAsAWhole = row.field().target() != null;
            if (!judgedAsAWhole) {
              add(row, ImpactRule.OTHER_MEMBER_CHANGED, "");
            }
          }
          case PROPERTY -> property(row, new PropertyImpact(before, after));
          case TEMPLATE -> template(row);
          case DASHBOARD -> dashboard(row);
          case RESOURCE -> add(row, ImpactRule.RESOURCE_CHANGED, "");
        }
      }
    }
  }

  private void add(FieldChange row, ImpactRule rule, String item) {
    found.add(new ChangeImpact(rule, change.key(), row.field().name(), item));
  }

  private void property(FieldChange row, PropertyImpact property) {
    int before = found.size();
    BiConsumer<ImpactRule, String> take = (rule, item) -> add(row, rule, item);
    property.of(row, take);
    if (found.size() == before) {
      add(row, ImpactRule.WRITTEN_OTHERWISE, "");
    }
  }

  /** Both lists of a subobject together say what it has. */
  private void subobject(List<FieldChange> lists, EntityDocument before, EntityDocument after) {
    int known = found.size();
    Map<String, Boolean> had = required(before);
    Map<String, Boolean> has = required(after);
    Set<String> items = new TreeSet<>(had.keySet());
    items.addAll(has.keySet());
    for (String item : items) {
      ItemImpact.between(
          had.get(item),
          has.get(item),
          (rule, required) -> {
            String field = ItemImpact.field(required, EntityType.PROPERTY);
            found.add(new ChangeImpact(rule, change.key(), field, item(item)));
          });
    }
    if (found.size() == known) {
      lists.forEach(row -> add(row, ImpactRule.WRITTEN_OTHERWISE, ""));
    }
  }

  private static Map<String, Boolean> required(EntityDocument subobject) {
    Map<String, Boolean> required = new TreeMap<>();
    subobject.texts("optional_properties").forEach(item -> required.put(item, false));
    subobject.texts("required_properties").forEach(item -> required.put(item, true));
    return required;
  }

  private static String item(String property) {
    return EntityKey.problemWith(EntityType.PROPERTY, property).isEmpty()
        ? EntityKey.of(EntityType.PROPERTY, property).toString()
        : property;
  }

  private void template(FieldChange row) {
    if (row.field().name().equals("wikitext")) {
      found.add(
          new ChangeImpact(
              ImpactRule.TEMPLATE_TEXT_CHANGED,
              policy.templateText(),
              change.key(),
              row.field().name(),
              "",
              false));
    } else {
      add(row, ImpactRule.OTHER_MEMBER_CHANGED, "");
    }
  }

  private void dashboard(FieldChange row) {
    if (!row.field().name().equals("pages")) {
      add(row, ImpactRule.OTHER_MEMBER_CHANGED, "");
    } else if (row.detail() instanceof Detail.Pages(List<FieldChange.Page> pages)) {
      for (FieldChange.Page page : pages) {
        switch (page.place()) {
          case Place.Added added -> add(row, ImpactRule.PAGE_ADDED, page.name());
          case Place.Removed removed -> add(row, ImpactRule.PAGE_REMOVED, page.name());
          case Place.Moved moved -> add(row, ImpactRule.PAGE_CHANGED, page.name());
          case Place.Kept kept -> {
            boolean same =
                page.lines().stream().allMatch(line -> line.side() == FieldChange.Side.BOTH);
            if (!same) {
              add(row, ImpactRule.PAGE_CHANGED, page.name());
            }
          }
        }
      }
    } else {
      add(row, ImpactRule.OTHER_MEMBER_CHANGED, "");
    }
  }
}
