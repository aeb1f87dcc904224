@NullMarked
package org.ontodraft.persistence.repository;

import org.jspecify.annotations.NullMarked;
