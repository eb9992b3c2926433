/// Finding things by the beginnings of their ids, as people type them.
@NullMarked
package org.meetwright.core.prefix;

import org.jspecify.annotations.NullMarked;
