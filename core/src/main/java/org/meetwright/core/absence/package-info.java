/// When hosts are absent, and what visitors are told meanwhile.
@NullMarked
package org.meetwright.core.absence;

import org.jspecify.annotations.NullMarked;
