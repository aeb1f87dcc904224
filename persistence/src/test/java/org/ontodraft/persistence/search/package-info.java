@NullMarked
package org.ontodraft.persistence.search;

import org.jspecify.annotations.NullMarked;
