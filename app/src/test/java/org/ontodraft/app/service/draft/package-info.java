@NullMarked
package org.ontodraft.app.service.draft;

import org.jspecify.annotations.NullMarked;
