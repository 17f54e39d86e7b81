package org.otklik.jobs.posts;

import java.io.Serializable;
import org.otklik.models.analysis.PostAnalyzer;

/**
 * Makes an analyzer for one subtask: models are too large, and not made, to travel with the job.
 */
@FunctionalInterface
public interface AnalyzerFactory extends Serializable {
  PostAnalyzer create();
}
