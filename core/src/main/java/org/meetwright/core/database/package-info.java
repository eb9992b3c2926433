/// One transaction at a time on H2 or PostgreSQL; knows no feature.
@NullMarked
package org.meetwright.core.database;

import org.jspecify.annotations.NullMarked;
