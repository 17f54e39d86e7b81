/** The dashboards in {@code config/kibana}, and how they come into a Kibana. */
@NullMarked
package org.otklik.local.kibana;

import org.jspecify.annotations.NullMarked;
