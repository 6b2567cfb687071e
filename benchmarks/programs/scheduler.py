"""Objects, methods and inheritance: tasks that pass messages under a round-robin scheduler."""


class Message:
    __slots__ = ("kind", "payload")

    def __init__(self, kind, payload):
        self.kind = kind
        self.payload = payload


class Task:
    def __init__(self, name, priority):
        self.name = name
        self.priority = priority
        self.inbox = []
        self.handled = 0

    def ready(self):
        return bool(self.inbox)

    def step(self, scheduler):
        message = self.inbox.pop()
        self.handled += 1
        self.handle(message, scheduler)

    def handle(self, message, scheduler):
        raise NotImplementedError


class Worker(Task):
    def handle(self, message, scheduler):
        value = message.payload * 3 + 1 if message.payload & 1 else message.payload >> 1
        if value > 1:
            target = scheduler.tasks[(value + self.priority) % len(scheduler.tasks)]
            target.inbox.append(Message("number", value))
        else:
            scheduler.finished += 1


class Counter(Task):
    def __init__(self, name, priority):
        super().__init__(name, priority)
        self.by_kind = {}

    def handle(self, message, scheduler):
        self.by_kind[message.kind] = self.by_kind.get(message.kind, 0) + 1
        scheduler.tasks[0].inbox.append(Message("counted", message.payload))


class Scheduler:
    def __init__(self):
        self.tasks = [Worker(f"worker {n}", n) for n in range(6)] + [Counter("counter", 9)]
        self.finished = 0

    def run(self):
        active = True
        while active:
            active = False
            for task in self.tasks:
                while task.ready():
                    task.step(self)
                    active = True


def main():
    scheduler = Scheduler()
    for number in range(2, 2500):
        scheduler.tasks[number % 7].inbox.append(Message("start", number))
    scheduler.run()
    return scheduler.finished, [task.handled for task in scheduler.tasks]
