#pragma once

/* Claims of our own invention in Chinese and English, as members of one family would have them:
 * claim n of the one is claim n of the other. */

/* A dryer, with reference signs and numbers. */
static const char *const dryer_zh[] = {
  "一种谷物烘干设备，其特征在于，包括：机架(1)；设置于所述机架(1)内的烘干筒(2)，所述烘干筒(2)的直径为1.2m；"
  "套设于所述烘干筒(2)外的加热套(3)；与所述烘干筒(2)连通的热泵(4)；"
  "以及用于控制所述热泵(4)的PID控制器(5)。",
  "根据权利要求1所述的谷物烘干设备，其特征在于，所述烘干筒(2)的壁厚为5mm，且由不锈钢制成。",
  "根据权利要求1所述的谷物烘干设备，其特征在于，所述加热套(3)内设有导热油，所述导热油的温度为80～120℃。",
  "根据权利要求3所述的谷物烘干设备，其特征在于，所述加热套(3)外包覆有保温层(6)。",
  "根据权利要求1所述的谷物烘干设备，其特征在于，还包括设置于所述烘干筒(2)内的两个螺旋叶片(7)。",
  "根据权利要求5所述的谷物烘干设备，其特征在于，所述螺旋叶片(7)的螺距为150mm，相邻叶片之间设有刮板(8)。",
  "根据权利要求1至6中任一项所述的谷物烘干设备，其特征在于，所述热泵(4)的工质为R134a。",
  "根据权利要求1所述的谷物烘干设备，其特征在于，还包括湿度传感器(9)，"
  "所述湿度传感器(9)与所述PID控制器(5)电连接，"
  "所述PID控制器(5)根据所述湿度传感器(9)的信号调节所述热泵(4)的功率。",
  "根据权利要求8所述的谷物烘干设备，其特征在于，所述湿度传感器(9)的数量为三个，沿所述烘干筒(2)的轴向等间距布置。",
  "根据权利要求8所述的谷物烘干设备，其特征在于，还包括与所述PID控制器(5)连接的Wi-Fi模块(10)。",
  "一种谷物烘干方法，采用权利要求1所述的谷物烘干设备，其特征在于，包括：将含水率为22%～28%的谷物送入烘干筒(2)；"
  "将谷物加热至45℃并保持30分钟；测量谷物的含水率；在含水率低于14%时排出谷物。",
  "根据权利要求11所述的谷物烘干方法，其特征在于，所述谷物为稻谷、小麦或玉米。",
  "根据权利要求11所述的谷物烘干方法，其特征在于，加热时所述烘干筒(2)的转速为6rpm。",
  "根据权利要求13所述的谷物烘干方法，其特征在于，每隔10分钟改变一次所述烘干筒(2)的转动方向。",
  "根据权利要求11所述的谷物烘干方法，其特征在于，排出的谷物经过筛分，去除粒径小于2mm的杂质。",
  NULL
};

static const char *const dryer_en[] = {
  "A grain drying apparatus, comprising: a frame (1); a drying drum (2) arranged in the frame "
  "(1), the drying drum (2) having a diameter of 1.2 m; a heating jacket (3) surrounding the "
  "drying drum (2); a heat pump (4) in communication with the drying drum (2); and a PID "
  "controller (5) for controlling the heat pump (4).",
  "The grain drying apparatus of claim 1, wherein the drying drum (2) has a wall thickness of "
  "5 mm and is made of stainless steel.",
  "The grain drying apparatus of claim 1, wherein the heating jacket (3) contains a heat "
  "transfer oil, the heat transfer oil having a temperature of 80 to 120 °C.",
  "The grain drying apparatus of claim 3, wherein the heating jacket (3) is covered by an "
  "insulating layer (6).",
  "The grain drying apparatus of claim 1, further comprising two helical blades (7) arranged "
  "in the drying drum (2).",
  "The grain drying apparatus of claim 5, wherein the helical blades (7) have a pitch of 150 "
  "mm, and a scraper (8) is arranged between adjacent blades.",
  "The grain drying apparatus of any one of claims 1 to 6, wherein a working medium of the "
  "heat pump (4) is R134a.",
  "The grain drying apparatus of claim 1, further comprising a humidity sensor (9) "
  "electrically connected to the PID controller (5), wherein the PID controller (5) adjusts a "
  "power of the heat pump (4) according to a signal of the humidity sensor (9).",
  "The grain drying apparatus of claim 8, wherein three humidity sensors (9) are arranged at "
  "equal distances along an axis of the drying drum (2).",
  "The grain drying apparatus of claim 8, further comprising a Wi-Fi module (10) connected to "
  "the PID controller (5).",
  "A method of drying grain with the grain drying apparatus of claim 1, comprising: feeding "
  "grain with a moisture content of 22 % to 28 % into the drying drum (2); heating the grain "
  "to 45 °C and holding it for 30 minutes; measuring the moisture content of the grain; and "
  "discharging the grain when the moisture content is below 14 %.",
  "The method of claim 11, wherein the grain is paddy rice, wheat or maize.",
  "The method of claim 11, wherein the drying drum (2) rotates at 6 rpm during the heating.",
  "The method of claim 13, wherein a direction of rotation of the drying drum (2) is changed "
  "every 10 minutes.",
  "The method of claim 11, wherein the grain discharged is screened to remove impurities with "
  "a grain size of less than 2 mm.",
  NULL
};

/* A method carried out by computers: no signs, hardly a number. */
static const char *const queue_zh[] = {
  "一种任务调度方法，由服务器执行，其特征在于，包括：接收来自客户端的任务请求；根据所述任务请求的类型确定优先级；"
  "将所述任务请求放入与所述优先级对应的队列；在所述队列的长度超过阈值时，将所述队列中的任务请求转移至第二服务器。",
  "根据权利要求1所述的方法，其特征在于，所述优先级由神经网络模型确定。",
  "根据权利要求2所述的方法，其特征在于，所述神经网络模型采用历史任务请求及其执行时间进行训练，"
  "训练时以预测的执行时间与实际的执行时间之差作为损失函数。",
  "根据权利要求1所述的方法，其特征在于，所述任务请求通过HTTP协议接收。",
  "根据权利要求1所述的方法，其特征在于，所述阈值根据所述服务器的CPU使用率动态调整。",
  "根据权利要求5所述的方法，其特征在于，当所述CPU使用率高于80%时，减小所述阈值。",
  "根据权利要求1至6中任一项所述的方法，其特征在于，还包括：在转移所述任务请求之前，向所述第二服务器发送查询消息，"
  "并接收所述第二服务器返回的可用资源信息。",
  "根据权利要求7所述的方法，其特征在于，所述可用资源信息包括内存余量。",
  "一种任务调度装置，其特征在于，包括存储器和处理器，所述存储器存储有计算机程序，"
  "所述处理器执行所述计算机程序时实现权利要求1至8中任一项所述的方法。",
  "一种计算机可读存储介质，其上存储有计算机程序，其特征在于，"
  "所述计算机程序被处理器执行时实现权利要求1至8中任一项所述的方法。",
  NULL
};

static const char *const queue_en[] = {
  "A task scheduling method performed by a server, comprising: receiving a task request from a "
  "client; determining a priority according to a type of the task request; placing the task "
  "request into a queue corresponding to the priority; and when a length of the queue exceeds "
  "a threshold, transferring the task request in the queue to a second server.",
  "The method according to claim 1, wherein the priority is determined by a neural network "
  "model.",
  "The method according to claim 2, wherein the neural network model is trained with "
  "historical task requests and execution times thereof, a difference between a predicted "
  "execution time and an actual execution time being used as a loss function in the training.",
  "The method according to claim 1, wherein the task request is received by the HTTP protocol.",
  "The method according to claim 1, wherein the threshold is adjusted dynamically according to "
  "a CPU usage of the server.",
  "The method according to claim 5, wherein the threshold is decreased when the CPU usage is "
  "higher than 80%.",
  "The method according to any one of claims 1 to 6, further comprising: before transferring "
  "the task request, sending a query message to the second server, and receiving information "
  "on available resources returned by the second server.",
  "The method according to claim 7, wherein the information on available resources comprises a "
  "remaining amount of memory.",
  "A task scheduling apparatus, comprising a memory and a processor, the memory storing a "
  "computer program, wherein the processor implements the method according to any one of "
  "claims 1 to 8 when executing the computer program.",
  "A computer-readable storage medium having a computer program stored thereon, wherein the "
  "computer program, when executed by a processor, implements the method according to any one "
  "of claims 1 to 8.",
  NULL
};
