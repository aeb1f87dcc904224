@NullMarked
package org.ontodraft.app.service.search;

import org.jspecify.annotations.NullMarked;
