package org.ontodraft.model.hierarchy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.DerivedMember.Cause;
import org.ontodraft.model.hierarchy.DerivedMember.Reason;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;

/**
 * All that comes with a module or a bundle: what it lists, and what that needs in turn. Each member
 * is followed once, so cycles of modules, categories or properties end; entities that do not exist,
 * or that a draft deletes, are no members.
 *
 * <p>Followed are: the modules and dashboards of a bundle; all lists of a module, its dependencies
 * included; parents, properties, subobjects and resources of a category; properties of a subobject;
 * the display template of a property, its parent property, and the category its values come from.
 * Inherited properties and subobjects come with the parent that lists them. Resources bring nothing
 * more: what they name is the business of validation.
 */
public final class ModuleClosure {
  private final EntityKey root;
  private final Map<EntityKey, DerivedMember> members;

  private ModuleClosure(EntityKey root, Map<EntityKey, DerivedMember> members) {
    this.root = root;
    this.members = members;
  }

  /**
   * The closure of a module or bundle of this view, which need not exist.
   *
   * @throws IllegalArgumentException when the key is of another type
   */
  public static ModuleClosure of(OntologyView view, EntityKey moduleOrBundle) {
    if (moduleOrBundle.type() != EntityType.MODULE && moduleOrBundle.type() != EntityType.BUNDLE) {
      throw new IllegalArgumentException(moduleOrBundle + " is neither a module nor a bundle");
    }
    return new ModuleClosure(moduleOrBundle, new Derivation(view).from(moduleOrBundle));
  }

  /** The module or bundle. */
  public EntityKey root() {
    return root;
  }

  /** The members, without the module or bundle itself, in the order they are reached. */
  public List<DerivedMember> members() {
    return List.copyOf(members.values());
  }

  /** This entity as a member, or empty when it is none. */
  public Optional<DerivedMember> member(EntityKey key) {
    return Optional.ofNullable(members.get(key));
  }

  /**
   * Why an entity is a member: one shortest chain of entities, from the module or bundle to it,
   * each there because of the one before. Empty for what is no member.
   */
  public List<EntityKey> chain(EntityKey key) {
    List<EntityKey> chain = new ArrayList<>();
    DerivedMember member = members.get(key);
    while (member != null) {
      chain.add(member.key());
      EntityKey from = member.causes().getFirst().from();
      if (from.equals(root)) {
        chain.add(root);
        return chain.reversed();
      }
      member = members.get(from);
    }
    return List.of();
  }

  /** One walk, breadth first, so that the first cause of a member is a nearest one. */
  private static final class Derivation {
    private final OntologyView view;
    private final Map<EntityKey, Set<Cause>> causes = new LinkedHashMap<>();
    private final ArrayDeque<EntityKey> queue = new ArrayDeque<>();

    Derivation(OntologyView view) {
      this.view = view;
    }

    Map<EntityKey, DerivedMember> from(EntityKey root) {
      if (view.exists(root)) {
        queue.add(root);
      }
      while (!queue.isEmpty()) {
        follow(root, queue.remove());
      }
      Map<EntityKey, DerivedMember> members = new LinkedHashMap<>();
      causes.forEach((key, found) -> members.put(key, new DerivedMember(key, List.copyOf(found))));
      return members;
    }

    private void follow(EntityKey root, EntityKey member) {
      for (EntityReference reference : view.referencesFrom(member)) {
        Reason reason = reason(member.type(), reference);
        if (reason != null) {
          add(root, reference.target(), new Cause(reason, member));
        }
      }
      if (member.type() == EntityType.CATEGORY) {
        view.referencesTo(member).stream()
            .filter(reference -> reference.source().type() == EntityType.RESOURCE)
            .map(EntityReference::source)
            .sorted()
            .forEach(resource -> add(root, resource, new Cause(Reason.RESOURCE, member)));
      }
    }

    private void add(EntityKey root, EntityKey member, Cause cause) {
      if (member.equals(root) || !view.exists(member)) {
        return;
      }
      Set<Cause> known = causes.get(member);
      if (known == null) {
        known = new LinkedHashSet<>();
        causes.put(member, known);
        queue.add(member);
      }
      known.add(cause);
    }

    private static @Nullable Reason reason(EntityType source, EntityReference reference) {
      return switch (source) {
        case BUNDLE, MODULE ->
            reference.pointer().equals("/dependencies") ? Reason.DEPENDENCY : Reason.LISTED;
        case CATEGORY ->
            switch (reference.target().type()) {
              case CATEGORY -> Reason.PARENT;
              case PROPERTY -> Reason.PROPERTY;
              case SUBOBJECT -> Reason.SUBOBJECT;
              default -> null;
            };
        case SUBOBJECT -> reference.target().type() == EntityType.PROPERTY ? Reason.PROPERTY : null;
        case PROPERTY ->
            switch (reference.target().type()) {
              case PROPERTY -> Reason.PARENT;
              case TEMPLATE -> Reason.TEMPLATE;
              case CATEGORY -> Reason.VALUES;
              default -> null;
            };
        case TEMPLATE, DASHBOARD, RESOURCE, MEDIA -> null;
      };
    }
  }
}
