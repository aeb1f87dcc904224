@NullMarked
package org.ontodraft.app.task;

import org.jspecify.annotations.NullMarked;
