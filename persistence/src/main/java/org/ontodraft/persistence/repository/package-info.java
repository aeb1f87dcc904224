/** Drafts and submissions through Hibernate. */
@NullMarked
package org.ontodraft.persistence.repository;

import org.jspecify.annotations.NullMarked;
