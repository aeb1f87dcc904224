@NullMarked
package org.ontodraft.model;

import org.jspecify.annotations.NullMarked;
