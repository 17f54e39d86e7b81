package org.otklik;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.otklik.jobs.incidents.TrackIncidentsJob;
import org.otklik.jobs.posts.AnalyzePostsJob;

/**
 * Dependencies point one way: local → jobs → models; and each client library lives in one package.
 */
@AnalyzeClasses(packages = "org.otklik", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule modelsArePlainJava =
      noClasses()
          .that()
          .resideInAPackage("org.otklik.models..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.elasticsearch..",
              "co.elastic..",
              "org.otklik.jobs..",
              "org.otklik.local..");

  @ArchTest
  static final ArchRule jobsDoNotKnowTheEmbeddedStack =
      noClasses()
          .that()
          .resideInAPackage("org.otklik.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.otklik.local..", "kafka..", "org.apache.flink.runtime.minicluster..");

  @ArchTest
  static final ArchRule kafkasClientsAreUsedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.otklik.jobs.kafka..", "org.otklik.local.stack..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka.clients..", "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule elasticsearchsClientIsUsedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.otklik.jobs.index..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.elasticsearch..", "co.elastic..", "org.apache.http..");

  @ArchTest
  static final ArchRule webhooksAreSentAndSignedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.otklik.jobs.webhook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "com.standardwebhooks..");

  @ArchTest
  static final ArchRule kibanaIsSpokenToInOnePackage =
      noClasses()
          .that()
          .resideInAPackage("org.otklik.local..")
          .and()
          .resideOutsideOfPackages("org.otklik.local.kibana..", "org.otklik.local.stack..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  /**
   * What two features share is a record in the models or in the root of the jobs; only a job class
   * assembles another's operators.
   */
  @ArchTest
  static final ArchRule featuresDoNotImportOneAnother =
      slices()
          .matching(
              "org.otklik.jobs.(posts|heat|incidents|breakdown|spread|alerts|urgent|sources|bursts|export)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              JavaClass.Predicates.belongToAnyOf(TrackIncidentsJob.class, AnalyzePostsJob.class)
                  .or(JavaClass.Predicates.simpleName("ConfiguredSettings")),
              DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("org.otklik.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sharedRecordsDependOnNothingOfTheJobs =
      noClasses()
          .that()
          .resideInAPackage("org.otklik.jobs")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.otklik.jobs.*..");

  @ArchTest
  static final ArchRule infrastructureDoesNotKnowFeatures =
      classes()
          .that()
          .resideInAnyPackage(
              "org.otklik.jobs",
              "org.otklik.jobs.settings..",
              "org.otklik.jobs.clock..",
              "org.otklik.jobs.channel..",
              "org.otklik.jobs.index..",
              "org.otklik.jobs.kafka..",
              "org.otklik.jobs.webhook..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "org.otklik.jobs.posts..",
              "org.otklik.jobs.heat..",
              "org.otklik.jobs.incidents..",
              "org.otklik.jobs.breakdown..",
              "org.otklik.jobs.spread..",
              "org.otklik.jobs.alerts..",
              "org.otklik.jobs.urgent..",
              "org.otklik.jobs.sources..",
              "org.otklik.jobs.bursts..",
              "org.otklik.jobs.export..");
}
