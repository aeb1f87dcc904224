@NullMarked
package org.ontodraft.migrations;

import org.jspecify.annotations.NullMarked;
