/** Regular expressions of repositories, in linear time. */
@NullMarked
package org.ontodraft.model.pattern;

import org.jspecify.annotations.NullMarked;
