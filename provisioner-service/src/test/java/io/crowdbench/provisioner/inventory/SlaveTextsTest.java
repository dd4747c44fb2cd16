package io.crowdbench.provisioner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.api.JumpHost;
import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlaveTextsTest {

  @Test
  void readsLinesWithRanges() {
    var draft =
        SlaveTexts.read(
            """
            # the lab
            bench@10.0.0.[9-11]:2222 lab[09-11] label=fast label=rack-1
            web[01-02].lab
            root@[fe80::1]:22 six folder=/srv/bench jump=guard@gate:2200
            """);
    assertThat(draft.problems()).isEmpty();
    assertThat(draft.format()).isEqualTo("LINES");
    assertThat(draft.slaves())
        .extracting(SlaveRegistration::toString)
        .containsExactly(
            "lab09 (bench@10.0.0.9:2222)",
            "lab10 (bench@10.0.0.10:2222)",
            "lab11 (bench@10.0.0.11:2222)",
            "web01.lab (null@web01.lab)",
            "web02.lab (null@web02.lab)",
            "six (root@fe80::1:22)");
    assertThat(draft.slaves().getFirst().labels()).containsExactly("fast", "rack-1");
    assertThat(draft.slaves().getLast().jump())
        .isEqualTo(new JumpHost("gate", 2200, "guard", null, null, null));
  }

  @Test
  void saysWhichLinesAreWrongAndReadsTheOthers() {
    var draft =
        SlaveTexts.read(
            """
            bench@lab-1 one
            bench@ two
            bench@lab-3 one
            bench@lab-4 four five
            bench@lab-[5-1]
            bench@lab-6 six colour=red
            bench@lab-7 seven password=hunter2
            bench@lab-[1-99999]
            bench@lab-[8-9] name-[1-3]
            """);
    assertThat(draft.problems())
        .containsExactly(
            "Line 2: this is no address. Write it as user@host or user@host:22.",
            "Line 2: there is no host. Give the address that the slave is reached at.",
            "Line 3: there is a slave named one in line 1 already. Give this one another name.",
            "Line 4: there is more than an address and a name. Write what else there is as label=… or folder=….",
            "Line 5: the range can't be read, or makes more than 1,000. Write it as in 10.0.0.[11-30] or web[01-12].lab.",
            "Line 6: “colour” is not known. There are name, host, port, user, folder, hostKey, labels and jump.",
            "Line 7: “password” is not read, since what is read is shown. Give passwords and keys afterwards.",
            "Line 8: the range can't be read, or makes more than 1,000. Write it as in 10.0.0.[11-30] or web[01-12].lab.",
            "Line 9: there are 2 hosts and 3 names. Give as many names as hosts.");
    assertThat(names(draft)).containsExactly("one", "six", "seven");
    assertThat(draft.toString()).doesNotContain("hunter2");
  }

  @Test
  void readsCsvWithAHeader() {
    var draft =
        SlaveTexts.read(
            """
            Name;Host;Port;User;Labels
            one;10.0.0.1;2222;bench;"fast, rack-1"

            two;10.0.0.2;;root;
            three;10.0.0.3;x;root;
            four;10.0.0.4;22;root;fast;more
            ;;;;
            five;;22;root;
            """);
    assertThat(draft.format()).isEqualTo("CSV");
    assertThat(names(draft)).containsExactly("one", "two", "three");
    assertThat(draft.slaves().getFirst().labels()).containsExactly("fast", "rack-1");
    assertThat(draft.slaves().getFirst().port()).isEqualTo(2222);
    assertThat(draft.slaves().get(1).port()).isNull();
    assertThat(draft.problems())
        .containsExactly(
            "Line 5: the port is no number.",
            "Line 6: there are 6 cells, and 5 columns. Put cells with separators in quotes.",
            "Line 8: there is no host. Give the address that the slave is reached at.");
  }

  @Test
  void readsOurYaml() {
    var draft =
        SlaveTexts.read(
            """
            # Slaves
            slaves:
              - name: one
                host: 10.0.0.1
                port: 2222
                user: bench
                labels: [fast, rack-1]
                jump: guard@gate
              - bench@10.0.0.[2-3]
              - name: none
                passphrase: open-sesame
            """);
    assertThat(draft.format()).isEqualTo("YAML");
    assertThat(names(draft)).containsExactly("one", "10.0.0.2", "10.0.0.3");
    assertThat(draft.slaves().getFirst().labels()).containsExactly("fast", "rack-1");
    assertThat(draft.problems())
        .containsExactly(
            "Line 11: “passphrase” is not read, since what is read is shown. Give passwords and keys afterwards.",
            "Line 10: there is no host. Give the address that the slave is reached at.");
  }

  @Test
  void saysWhereYamlBreaks() {
    assertThat(SlaveTexts.read("slaves:\n  - name: [one\n  - name: two\n").problems())
        .singleElement()
        .asString()
        .startsWith("Line 3: this can't be read as YAML: ");
  }

  @Test
  void readsAnInventoryAsIni() {
    var draft =
        SlaveTexts.read(
            """
            ; of the lab
            lonely ansible_host=10.0.0.1 ansible_port=2222

            [web]
            web[01:02].lab ansible_user=root
            local ansible_connection=local

            [db]
            db1 ansible_ssh_private_key_file=~/.ssh/db ansible_password="hunter2 hunter2"

            [lab:children]
            web
            db

            [lab:vars]
            ansible_user=bench
            ansible_ssh_common_args='-o ProxyJump=guard@gate:2200'
            anything=else
            """);
    assertThat(draft.format()).isEqualTo("ANSIBLE_INI");
    assertThat(draft.slaves())
        .extracting(SlaveRegistration::toString)
        .containsExactly(
            "lonely (null@10.0.0.1:2222)",
            "web01.lab (root@web01.lab)",
            "web02.lab (root@web02.lab)",
            "db1 (bench@db1)");
    assertThat(draft.slaves().get(1).labels()).containsExactly("lab", "web");
    assertThat(draft.slaves().get(1).jump())
        .isEqualTo(new JumpHost("gate", 2200, "guard", null, null, null));
    assertThat(draft.problems())
        .containsExactly(
            "Line 6: local is left out: it is not reached over SSH.",
            "Line 9: the key file ~/.ssh/db of db1 can't be read from here. Give the key afterwards, or with --key FILE.",
            "Line 9: ansible_password is not read, since what is read is shown. Give passwords afterwards.");
    assertThat(draft.toString()).doesNotContain("hunter2");
  }

  @Test
  void readsAnInventoryAsYaml() {
    var draft =
        SlaveTexts.read(
            """
            all:
              vars:
                ansible_user: bench
              hosts:
                lonely:
                  ansible_host: 10.0.0.1
              children:
                web:
                  hosts:
                    web[01:02].lab:
                      ansible_port: 2222
                  vars:
                    ansible_user: "{{ someone }}"
                db:
                  children:
                    replicas:
                      hosts:
                        db1:
            """);
    assertThat(draft.format()).isEqualTo("ANSIBLE_YAML");
    assertThat(names(draft)).containsExactly("lonely", "web01.lab", "web02.lab", "db1");
    assertThat(draft.slaves().getFirst().user()).isEqualTo("bench");
    assertThat(draft.slaves().getLast().labels()).containsExactly("db", "replicas");
    assertThat(draft.problems())
        .containsExactly("Line 13: ansible_user is a template. Write its value.");
  }

  @Test
  void saysWhenThereIsNothing() {
    assertThat(SlaveTexts.read("\n# nothing\n").problems())
        .containsExactly(
            "There is no slave in this text. Write one a line, as user@host:port and a name behind it.");
  }

  private static List<String> names(SlaveDraft draft) {
    return draft.slaves().stream().map(slave -> String.valueOf(slave.name())).toList();
  }
}
